import type { GpuMark } from '../facts';
import { words } from '../words';

/**
 * Signs of a GPU in code, as data. `needs`: it fails, or says so, without one; `would`: it uses one if there is one.
 * Sources: the manuals of PyTorch, TensorFlow, JAX, XGBoost, LightGBM, CatBoost, ONNX Runtime, spaCy, Faiss, Hugging
 * Face and Lightning.
 */
export type Level = GpuMark['level'];

/** Libraries that do nothing without a GPU, by dotted module. */
export const GPU_MODULES = words(`
  cupy cupyx cudf cuml cugraph cuspatial cuxfilter cucim rmm dask_cudf dask_cuda numba.cuda pycuda cuda triton
  vllm bitsandbytes deepspeed flash_attn tensorrt tensorrt_llm torch_tensorrt nvtabular merlin pynvml exllamav2
  auto_gptq awq unsloth apex nvidia.dali cuquantum
`);

/** Calls by the end of their dotted name, imports resolved. */
export const GPU_CALLS: readonly { callee: RegExp; level: Level }[] = [
  {
    callee: /^torch\.cuda\.(is_available|device_count|is_initialized|is_bf16_supported|init)$/,
    level: 'would'
  },
  { callee: /^torch\.cuda\.amp\.|^torch\.amp\.|(^|\.)(GradScaler|autocast)$/, level: 'would' },
  {
    callee: /^torch\.cuda\.(get_device_|current_device|set_device|mem_get_info|Stream|Event|nvtx|comm)/,
    level: 'needs'
  },
  { callee: /^torch\.cuda\.\w*(Tensor|Storage)$/, level: 'needs' },
  { callee: /\.cuda$/, level: 'needs' },
  { callee: /^(torch\.)?nn\.(DataParallel|parallel\.DistributedDataParallel)$/, level: 'would' },
  {
    callee:
      /(^|\.)tf\.test\.(is_gpu_available|gpu_device_name)$|^tensorflow\.test\.(is_gpu_available|gpu_device_name)$/,
    level: 'would'
  },
  {
    callee: /^(tf|tensorflow)\.distribute\.(Mirrored|MultiWorkerMirrored|CentralStorage)Strategy$/,
    level: 'would'
  },
  { callee: /^(spacy|thinc\.api)\.require_gpu$/, level: 'needs' },
  { callee: /^(spacy|thinc\.api)\.prefer_gpu$/, level: 'would' },
  { callee: /^faiss\.(\w*Gpu\w*|index_cpu_to_(all_)?gpus?\w*|get_num_gpus)$/, level: 'needs' },
  { callee: /^numba\.cuda\.|^cuda\.(jit|to_device|device_array|grid|synchronize)$/, level: 'needs' },
  { callee: /^jax\.(jit|pmap|grad|value_and_grad|vmap)$/, level: 'would' },
  { callee: /(^|\.)(Seq2Seq|SFT|DPO|PPO|GRPO|Reward)?Trainer$/, level: 'would' },
  { callee: /^(pytorch_lightning|lightning|pl|L)(\.\w+)*\.(Fabric)$/, level: 'would' },
  { callee: /^transformers\.pipeline$/, level: 'would' },
  { callee: /^(sentence_transformers\.)?(SentenceTransformer|CrossEncoder)$/, level: 'would' },
  { callee: /^whisper\.load_model$|^ultralytics\.YOLO$|^(accelerate\.)?Accelerator$/, level: 'would' },
  { callee: /\.(fit_one_cycle|fine_tune|fit_generator)$|^fastai(\.\w+)*\.\w*_learner$/, level: 'would' }
];

/** Calls that place work by a word: a positional argument of theirs is the name of a device. */
export const PLACING_CALLS =
  /(^|\.)(to|device|Device|devices|set_default_device|list_physical_devices|list_logical_devices|get_device|local_devices)$/;

/** Placing calls that only look whether there is a GPU. */
export const ASKING_CALLS = /\.(list_physical_devices|list_logical_devices)$/;

/** Names of a GPU where a device is named. */
export const DEVICE_WORDS = /^(cuda|gpu|GPU|rocm)(:\d+)?$|^\/?(device:)?(GPU|gpu):\d+$/;

/** Keywords of calls, and keys of dictionaries, that choose hardware, with the values that choose a GPU. */
export const GPU_KEYWORDS: readonly {
  keyword: RegExp;
  value: RegExp;
  level: Level;
  /** Of these calls alone. */
  callee?: RegExp;
}[] = [
  {
    keyword: /^(device|map_location|device_map|device_name|torch_device)$/,
    value: DEVICE_WORDS,
    level: 'needs'
  },
  { keyword: /^device$/, value: /^\d+$/, level: 'needs', callee: /^(transformers\.)?pipeline$/ },
  { keyword: /^device_map$/, value: /^auto|^balanced|^sequential$/, level: 'would' },
  { keyword: /^device_type$/, value: /^cuda$/, level: 'would' },
  { keyword: /^tree_method$/, value: /^gpu_(hist|exact)$/, level: 'needs' },
  { keyword: /^predictor$/, value: /^gpu_predictor$/, level: 'needs' },
  { keyword: /^task_type$/, value: /^GPU$/, level: 'needs' },
  { keyword: /^accelerator$/, value: /^(gpu|cuda)$/, level: 'needs' },
  { keyword: /^(gpus|num_gpus|n_gpus|n_gpu)$/, value: /^[1-9]\d*$|^-1$/, level: 'needs' },
  { keyword: /^backend$/, value: /^nccl$/, level: 'needs' },
  { keyword: /^(use_gpu|use_cuda|gpu|cuda)$/, value: /^True$/, level: 'would' },
  { keyword: /^providers$/, value: /^(CUDA|Tensorrt)ExecutionProvider$/, level: 'needs' },
  { keyword: /^(fp16|bf16)$/, value: /^True$/, level: 'would' },
  { keyword: /^(load_in_8bit|load_in_4bit)$/, value: /^True$/, level: 'needs' }
];

/** Keywords that keep work off the GPU, with their values. */
export const CPU_KEYWORDS: readonly { keyword: RegExp; value: RegExp }[] = [
  { keyword: /^(accelerator|device|device_type)$/, value: /^(cpu|tpu|mps|-1)$/ },
  { keyword: /^gpus$/, value: /^(0|None)$/ },
  { keyword: /^(no_cuda|use_cpu)$/, value: /^True$/ }
];

/** Texts that mean a GPU wherever they stand. */
export const GPU_TEXTS: readonly { text: RegExp; level: Level }[] = [
  { text: /^CUDAExecutionProvider$/, level: 'would' },
  { text: /^torch\.cuda\.\w+Tensor$/, level: 'needs' },
  { text: /^\/(device:)?GPU:\d+$/, level: 'needs' }
];

/** Names and attributes in a condition that make what follows depend on whether there is a GPU. */
export const AVAILABILITY =
  /is_available|device_count|list_physical_devices|is_gpu_available|is_built_with_cuda|num_gpus|n_gpu|use_cuda|use_gpu|has_cuda|has_gpu|gpus?$|cuda$|get_num_gpus|^device$/;

/** Commands of the shell. */
export const GPU_COMMANDS = /^\s*(nvidia-smi|nvcc|nvtop|gpustat)\b/;

/** Extensions of IPython that run on a GPU. */
export const GPU_EXTENSIONS = /^\s*%(?:re)?load_ext\s+(?:cudf\.pandas|cuml\.accel|cuml\.accelerator)\b/gm;

/** A text without any of these holds no sign: most cells are told by it alone. */
export const GPU_HINTS =
  /cu(da|py|df|ml|graph|spatial|xfilter|cim|quantum|_)|gpu|nv(idia|cc|top|ml|tabular|\.)|nccl|device|\bdev\b|_dev\b|rmm|triton|vllm|bitsandbytes|deepspeed|flash_attn|tensorrt|merlin|exllama|gptq|awq|unsloth|apex|GradScaler|autocast|\bamp\b|Parallel|Strategy|jax|Trainer|Fabric|pipeline|Transformer|CrossEncoder|whisper|YOLO|Accelerator|fit_|epochs|fine_tune|learner|load_in_|fp16|bf16|rocm|gpustat/i;
