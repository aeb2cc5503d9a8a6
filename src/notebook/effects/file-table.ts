import type { FileUse } from '../facts';

type Mode = FileUse['mode'];

/** What a callable does to a file, and where it takes the path: a position, and the keywords that name it. */
export interface FileRow {
  modes: readonly Mode[];
  position: number;
  keywords: readonly string[];
}

const READS: readonly Mode[] = ['read'];
const WRITES: readonly Mode[] = ['write'];

/** Lines of `callee position keyword,keyword`; sources: the libraries' manuals. */
export function rows(modes: readonly Mode[], text: string): [string, FileRow][] {
  return text
    .trim()
    .split('\n')
    .map(line => line.trim().split(' '))
    .map(([callee, position, keywords = '']) => [
      callee,
      { modes, position: Number(position), keywords: keywords.split(',') }
    ]);
}

/** By the last part of the callee's name. */
export const FILE_CALLS: ReadonlyMap<string, FileRow> = new Map([
  ...rows(
    READS,
    `read_csv 0 filepath_or_buffer,source
     read_table 0 filepath_or_buffer
     read_fwf 0 filepath_or_buffer
     read_parquet 0 path,source
     read_json 0 path_or_buf
     read_excel 0 io
     read_feather 0 path
     read_pickle 0 filepath_or_buffer
     read_hdf 0 path_or_buf
     read_stata 0 filepath_or_buffer
     read_sas 0 filepath_or_buffer
     read_spss 0 path
     read_orc 0 path
     read_xml 0 path_or_buffer
     read_html 0 io
     read_ipc 0 source
     read_ndjson 0 source
     read_avro 0 source
     read_file 0 filename
     scan_csv 0 source
     scan_parquet 0 source
     scan_ipc 0 source
     loadtxt 0 fname
     genfromtxt 0 fname
     fromfile 0 file
     loadmat 0 file_name
     load_svmlight_file 0 f
     imread 0
     load_img 0 path
     load_model 0 filepath,fname
     load_weights 0 filepath
     open_dataset 0 filename_or_obj
     open_zarr 0 store
     from_csv 0 path
     decode_file 0
     load_workbook 0 filename
     read_image 0 path
     from_pretrained 0 pretrained_model_name_or_path
     load_from_disk 0 dataset_path
     load_npz 0 file
     load_word2vec_format 0 fname
     ExcelFile 0 path_or_buffer`
  ),
  ...rows(
    WRITES,
    `to_csv 0 path_or_buf
     to_parquet 0 path
     to_json 0 path_or_buf
     to_excel 0 excel_writer
     to_feather 0 path
     to_pickle 0 path
     to_hdf 0 path_or_buf
     to_html 0 buf
     to_stata 0 path
     to_xml 0 path_or_buffer
     to_orc 0 path
     to_markdown 0 buf
     to_string 0 buf
     to_latex 0 buf
     to_file 0 filename
     to_netcdf 0 path
     to_zarr 0 store
     savefig 0 fname
     savetxt 0 fname
     savez 0 file
     savez_compressed 0 file
     savemat 0 file_name
     tofile 0 fid
     dump_svmlight_file 2 f
     imwrite 0
     imsave 0 fname
     save_img 0 path
     save_model 0 fname,filepath
     save_weights 0 filepath
     save_pretrained 0 save_directory
     plot_model 1 to_file
     export_graphviz 1 out_file
     write_html 0 file
     write_image 0 file
     write_csv 0 file
     write_parquet 0 file
     write_json 0 file
     write_ipc 0 file
     write_ndjson 0 file
     write_table 1 where
     sink_parquet 0 path
     sink_csv 0 path
     urlretrieve 1 filename
     save_npz 0 file
     save_to_disk 0 dataset_path
     save_word2vec_format 0 fname
     dump_model 0 filename
     mimsave 0
     mimwrite 0
     write_videofile 0 filename
     ExcelWriter 0 path
     VideoWriter 0 filename
     PdfPages 0 filename`
  )
]);

/** By the last part too, but only as methods: functions of a notebook are often called so. */
export const FILE_METHODS: ReadonlyMap<string, FileRow> = new Map([
  ...rows(READS, 'read 0 filenames'),
  ...rows(WRITES, 'save 0 fp,filepath,filename,path')
]);

/** Methods that mean files where this is what made the object: by the maker and the method. */
export const METHODS_OF_MADE: ReadonlyMap<string, FileRow> = new Map(
  rows(
    WRITES,
    `xml.etree.ElementTree.ElementTree.write 0 file_or_filename
     xml.etree.ElementTree.parse.write 0 file_or_filename
     lxml.etree.ElementTree.write 0 file
     lxml.etree.parse.write 0 file`
  )
);

/** Names that mean different things in different modules: the last two parts decide. */
export const QUALIFIED_CALLS: ReadonlyMap<string, FileRow> = new Map([
  ...rows(
    READS,
    `np.load 0 file
     numpy.load 0 file
     joblib.load 0 filename
     torch.load 0 f
     jit.load 0 f
     Image.open 0 fp
     cloudpickle.load 0
     librosa.load 0 path
     sf.read 0 file
     soundfile.read 0 file
     wavfile.read 0 filename
     rasterio.open 0 fp
     xr.open_dataset 0
     os.stat 0 path
     path.exists 0 path
     path.isfile 0 path
     path.isdir 0 s
     path.getsize 0 filename
     pq.read_table 0 source
     parquet.read_table 0 source
     shutil.unpack_archive 0 filename
     ET.parse 0 source
     etree.parse 0 source
     toml.load 0`
  ),
  ...rows(
    WRITES,
    `np.save 0 file
     numpy.save 0 file
     joblib.dump 1 filename
     torch.save 1 f
     jit.save 1 f
     onnx.export 2 f
     saved_model.save 1 export_dir
     sf.write 0 file
     soundfile.write 0 file
     wavfile.write 0 filename
     wget.download 1 out
     gdown.download 1 output`
  ),
  ...rows(
    ['read', 'write'],
    `sqlite3.connect 0 database
     duckdb.connect 0 database
     shelve.open 0 filename
     np.memmap 0 filename`
  ),
  ...rows(
    ['delete'],
    `os.remove 0 path
     os.unlink 0 path
     os.rmdir 0 path
     shutil.rmtree 0 path`
  )
]);

/** What reads a folder, or files that fit a pattern, and what makes one; by the last two parts, or the only one. */
export const FOLDER_CALLS: ReadonlyMap<string, FileRow> = new Map([
  ...rows(
    READS,
    `os.listdir 0 path
     listdir 0 path
     os.scandir 0 path
     scandir 0 path
     os.walk 0 top
     os.chdir 0 path
     chdir 0 path
     glob.glob 0 pathname
     glob 0 pathname
     glob.iglob 0 pathname
     iglob 0 pathname`
  ),
  ...rows(
    WRITES,
    `os.makedirs 0 name
     makedirs 0 name
     os.mkdir 0 path`
  )
]);

/** Methods of a path that do so; `glob` takes the pattern within it. */
export const FOLDER_METHODS: ReadonlyMap<string, readonly Mode[]> = new Map<string, readonly Mode[]>([
  ['iterdir', READS],
  ['walk', READS],
  ['glob', READS],
  ['rglob', READS],
  ['mkdir', WRITES]
]);

/** They take a path and a mode as `open` does, at this position or as `mode`. */
export const OPENERS: ReadonlyMap<string, number> = new Map(
  [
    'open',
    'io.open',
    'codecs.open',
    'gzip.open',
    'bz2.open',
    'lzma.open',
    'tarfile.open',
    'zipfile.ZipFile',
    'ZipFile',
    'h5py.File',
    'wave.open',
    'gfile.GFile',
    'pd.HDFStore',
    'fsspec.open'
  ].map(name => [name, 1])
);

/** Methods of a path, for which the receiver is the file. */
export const PATH_METHODS: ReadonlyMap<string, readonly Mode[]> = new Map<string, readonly Mode[]>([
  ['read_text', READS],
  ['read_bytes', READS],
  ['exists', READS],
  ['is_file', READS],
  ['stat', READS],
  ['write_text', WRITES],
  ['write_bytes', WRITES],
  ['touch', WRITES],
  ['unlink', ['delete']],
  ['rmdir', ['delete']],
  ['rename', ['read', 'delete']]
]);

/** From one path to another: what becomes of the first. */
export const COPIES: ReadonlyMap<string, readonly Mode[]> = new Map<string, readonly Mode[]>([
  ['shutil.copy', READS],
  ['shutil.copy2', READS],
  ['shutil.copyfile', READS],
  ['shutil.move', ['read', 'delete']],
  ['os.rename', ['read', 'delete']],
  ['os.replace', ['read', 'delete']]
]);
