import type { HandleKind, MakerRow } from './value';
import { words } from '../words';

const row = (handle: HandleKind, type: string, makers: string): MakerRow => [{ type, handle }, makers];
/** Of many classes, each called as its maker is. */
const each = (handle: HandleKind, makers: string): MakerRow[] =>
  [...words(makers)].map(maker => row(handle, maker, maker));

/**
 * What cannot be stored: pickle refuses it, or gives back something that is cut off from what it stood for.
 * Sources: "What can be pickled and unpickled?" of Python's manual, and the manuals of the libraries.
 */
export const HANDLES: readonly MakerRow[] = [
  row(
    'file',
    'io.TextIOWrapper',
    'open io.open os.fdopen os.popen codecs.open gzip.open bz2.open lzma.open tokenize.open pathlib.Path.open'
  ),
  ...each(
    'file',
    `fileinput.input fsspec.open smart_open.open tarfile.open tarfile.TarFile zipfile.ZipFile wave.open
     tempfile.TemporaryFile tempfile.NamedTemporaryFile tempfile.SpooledTemporaryFile
     os.scandir mmap.mmap shelve.open dbm.open`
  ),
  row('temporary', 'tempfile.TemporaryDirectory', 'tempfile.TemporaryDirectory'),
  row('temporary', 'str', 'tempfile.mkdtemp tempfile.mkstemp'),
  ...each('file', 'csv.writer csv.DictWriter'),
  ...each('device', 'PIL.ImageDraw.Draw PIL.ImageDraw.ImageDraw'),
  ...each(
    'file',
    `h5py.File netCDF4.Dataset tables.open_file pandas.HDFStore pandas.ExcelWriter pandas.ExcelFile
     rasterio.open pyarrow.OSFile pyarrow.parquet.ParquetWriter soundfile.SoundFile
     torch.utils.tensorboard.SummaryWriter tensorboardX.SummaryWriter tensorflow.summary.create_file_writer`
  ),
  ...each('device', 'cv2.VideoCapture cv2.VideoWriter serial.Serial pyaudio.PyAudio'),
  row(
    'connection',
    'sqlite3.Connection',
    `sqlite3.connect psycopg2.connect psycopg.connect pymysql.connect MySQLdb.connect mysql.connector.connect
     pyodbc.connect cx_Oracle.connect oracledb.connect snowflake.connector.connect duckdb.connect
     clickhouse_driver.Client trino.dbapi.connect pyhive.hive.connect redshift_connector.connect
     sqlite3.Connection.cursor sqlite3.Connection.execute`
  ),
  row('connection', 'sqlalchemy.engine.Engine', 'sqlalchemy.create_engine sqlalchemy.engine.create_engine'),
  row(
    'connection',
    'sqlalchemy.engine.Connection',
    'sqlalchemy.engine.Engine.connect sqlalchemy.engine.Engine.begin'
  ),
  ...each(
    'connection',
    `socket.socket socket.create_connection socket.socketpair ssl.create_default_context ssl.SSLContext
     urllib.request.urlopen http.client.HTTPConnection http.client.HTTPSConnection ftplib.FTP smtplib.SMTP
     smtplib.SMTP_SSL imaplib.IMAP4 imaplib.IMAP4_SSL telnetlib.Telnet paramiko.SSHClient
     pymongo.MongoClient redis.Redis redis.StrictRedis redis.from_url cassandra.cluster.Cluster
     elasticsearch.Elasticsearch kafka.KafkaProducer kafka.KafkaConsumer pika.BlockingConnection
     neo4j.GraphDatabase.driver grpc.insecure_channel grpc.secure_channel zmq.Context websocket.create_connection`
  ),
  ...each(
    'session',
    `requests.Session requests.session aiohttp.ClientSession httpx.Client httpx.AsyncClient
     boto3.client boto3.resource boto3.Session boto3.session.Session
     google.cloud.storage.Client google.cloud.bigquery.Client azure.storage.blob.BlobServiceClient
     openai.OpenAI openai.AsyncOpenAI anthropic.Anthropic selenium.webdriver.Chrome selenium.webdriver.Firefox
     sqlalchemy.orm.Session sqlalchemy.orm.sessionmaker sqlalchemy.orm.scoped_session wandb.init
     tensorflow.Session tensorflow.compat.v1.Session tensorflow.InteractiveSession
     tensorflow.compat.v1.InteractiveSession onnxruntime.InferenceSession`
  ),
  row(
    'session',
    'pyspark.sql.SparkSession',
    `pyspark.sql.SparkSession pyspark.sql.SparkSession.builder.getOrCreate pyspark.SparkContext
     pyspark.SparkContext.getOrCreate pyspark.sql.SQLContext findspark.init`
  ),
  ...each(
    'session',
    'dask.distributed.Client distributed.Client dask.distributed.LocalCluster distributed.LocalCluster ray.init'
  ),
  ...each(
    'lock',
    `threading.Lock threading.RLock threading.Condition threading.Semaphore threading.BoundedSemaphore
     threading.Event threading.Barrier threading.local _thread.allocate_lock multiprocessing.Lock
     multiprocessing.RLock multiprocessing.Semaphore multiprocessing.Event multiprocessing.Condition
     asyncio.Lock asyncio.Event asyncio.Semaphore asyncio.Condition
     queue.Queue queue.LifoQueue queue.PriorityQueue queue.SimpleQueue asyncio.Queue multiprocessing.Queue
     contextvars.ContextVar weakref.ref weakref.proxy weakref.WeakKeyDictionary weakref.WeakValueDictionary
     hashlib.sha256 hashlib.sha1 hashlib.md5 hashlib.sha512 hashlib.new hmac.new`
  ),
  ...each(
    'thread',
    `threading.Thread threading.Timer concurrent.futures.ThreadPoolExecutor
     concurrent.futures.ThreadPoolExecutor.submit multiprocessing.pool.ThreadPool
     asyncio.create_task asyncio.ensure_future asyncio.get_event_loop asyncio.new_event_loop
     asyncio.get_running_loop`
  ),
  ...each(
    'process',
    `subprocess.Popen multiprocessing.Process multiprocessing.Pool multiprocessing.Manager
     multiprocessing.Pipe concurrent.futures.ProcessPoolExecutor concurrent.futures.ProcessPoolExecutor.submit
     asyncio.create_subprocess_exec asyncio.create_subprocess_shell joblib.Parallel`
  ),
  row(
    'generator',
    'generator',
    `generator os.walk glob.iglob pathlib.Path.glob pathlib.Path.rglob pathlib.Path.iterdir
     pandas.DataFrame.iterrows pandas.DataFrame.itertuples pandas.DataFrame.items pandas.Series.items`
  ),
  row(
    'iterator',
    'iterator',
    `iter enumerate zip map filter reversed aiter csv.reader csv.DictReader re.finditer re.Pattern.finditer
     itertools.count itertools.cycle itertools.repeat itertools.accumulate itertools.chain
     itertools.chain.from_iterable itertools.compress itertools.dropwhile itertools.filterfalse
     itertools.groupby itertools.islice itertools.pairwise itertools.starmap itertools.takewhile
     itertools.tee itertools.zip_longest itertools.product itertools.permutations itertools.combinations
     itertools.combinations_with_replacement itertools.batched
     json.JSONEncoder.iterencode xml.etree.ElementTree.iterparse tqdm.tqdm tqdm.trange tqdm.auto.tqdm
     tqdm.auto.trange tqdm.notebook.tqdm tqdm.notebook.trange numpy.nditer numpy.ndenumerate`
  ),
  row('match', 're.Match', 're.match re.search re.fullmatch re.Pattern.match re.Pattern.search'),
  row('view', 'dict_items', 'dict.items dict.keys dict.values'),
  ...each(
    'loader',
    `torch.utils.data.DataLoader torch_geometric.loader.DataLoader monai.data.DataLoader
     tensorflow.data.Dataset.from_tensor_slices tensorflow.data.Dataset.from_tensors
     tensorflow.data.Dataset.from_generator tensorflow.data.Dataset.range tensorflow.data.Dataset.list_files
     tensorflow.data.TFRecordDataset tensorflow.data.TextLineDataset
     tensorflow.keras.utils.image_dataset_from_directory tensorflow.keras.preprocessing.image_dataset_from_directory
     tensorflow.keras.utils.text_dataset_from_directory keras.utils.image_dataset_from_directory
     keras.utils.text_dataset_from_directory`
  ),
  // what they leave out they know by an object of which pickle makes another
  ...each('parser', 'argparse.ArgumentParser'),
  row('module', 'module', 'importlib.import_module importlib.reload types.ModuleType')
];
