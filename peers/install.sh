#!/bin/sh
# Makes a Python environment with the real TFX: install.sh VENV [PYTHON]
#
# TFX 1.21.0 with TensorFlow 2.21, TFT 1.21.0, TFMA 0.52.0 and tfx-bsl 1.21.0 on Python 3.11. ml-metadata and TFDV of
# 1.21 are not on the index: the newest served ones (1.17.1 and 1.16.1) stand in, with a stub for the one tfx-bsl module
# that TFDV 1.16.1 still imports. Takes about two minutes and 3.3 GB.
set -eu
venv=$1
"${2:-python3.11}" -m venv "$venv"
pip="$venv/bin/pip install -q"
$pip -U pip wheel "setuptools<81"
$pip --no-deps tfx==1.21.0 ml-pipelines-sdk==1.21.0 ml-metadata==1.17.1 tensorflow-data-validation==1.16.1 \
  tfx-bsl==1.21.0 tensorflow-transform==1.21.0 tensorflow-model-analysis==0.52.0 tensorflow-metadata==1.21.0
$pip "tensorflow>=2.21,<2.22" "tensorboard<2.22" "tf-keras>=2.21,<2.22" "tensorflow-serving-api>=2.19.1,<2.22" \
  "tensorflow-hub>=0.15,<0.16" tensorflow-estimator "apache-beam==2.77.0" "keras==3.15.1" "protobuf>=6.31.1,<7" \
  "absl-py<2" "pyarrow>=18,<19" "pandas>=2,<3" scikit-learn==1.5.2 "scipy<2" "attrs<26" "click<9" packaging \
  "portpicker<2" "docker<8" "google-apitools<1" "google-api-python-client<2" "jinja2<4" "google-api-core<3" \
  "google-cloud-aiplatform<2" "google-cloud-bigquery<4" "kubernetes<27" "pyyaml<7" "orjson!=3.10.7" "ipython<9" \
  "ipywidgets<9" pillow "rouge-score<2" "sacrebleu<4" "six<2" "pydot<2" dill joblib "pyfarmhash<0.4" \
  "googleapis-common-protos<2" "keras-tuner==1.4.7" "setuptools<81"
site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
cat > "$site/tfx_bsl/arrow/sql_util.py" <<'PY'
class RecordBatchSQLSliceQuery:
  def __init__(self, *args):
    raise NotImplementedError('tfx-bsl 1.21 has no SQL slicing')
PY
