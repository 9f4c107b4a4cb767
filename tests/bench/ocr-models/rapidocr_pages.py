"""rapidocr_pages.py FOLDER COUNT: reads 0.jpg ... with RapidOCR's own pipeline, one thread, and prints JSON."""

import json
import logging
import resource
import sys
import time

from rapidocr import RapidOCR

logging.disable(logging.CRITICAL)
folder, count = sys.argv[1], int(sys.argv[2])
threads = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "critical",
}
engine = RapidOCR(params=threads)
texts, cpu = [], []
for number in range(count):
    before = time.process_time()
    result = engine(f"{folder}/{number}.jpg")
    cpu.append(time.process_time() - before)
    texts.append("\n".join(result.txts or ()))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"texts": texts, "cpu": cpu, "peakMb": peak}))
