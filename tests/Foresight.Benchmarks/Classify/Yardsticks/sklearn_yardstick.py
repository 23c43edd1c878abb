"""scikit-learn's usual chain for texts: TF-IDF of words and of characters inside words, one linear SVM per label.

Usage: sklearn_yardstick.py TRAIN.jsonl JUDGE.jsonl ONE, with {"text": ..., "labels": [...]} a line. Prints one line of JSON.
"""
import json
import resource
import sys
import time

import numpy
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC


def read(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    return [row["text"] for row in rows], [row["labels"] for row in rows]


train, train_labels = read(sys.argv[1])
judge, judge_labels = read(sys.argv[2])
began = time.perf_counter()
binarizer = MultiLabelBinarizer()
truth = binarizer.fit_transform(train_labels)
words = TfidfVectorizer(ngram_range=(1, 2), min_df=2)
characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2)
features = hstack([words.fit_transform(train), characters.fit_transform(train)]).tocsr()
model = OneVsRestClassifier(LinearSVC(C=1)).fit(features, truth)
trained = time.perf_counter() - began


def verdicts(texts):
    return model.predict(hstack([words.transform(texts), characters.transform(texts)]).tocsr())


began = time.perf_counter()
said = verdicts(judge)
judged = time.perf_counter() - began
single = judge[: int(sys.argv[3])]
began = time.perf_counter()
for text in single:
    verdicts([text])
one = (time.perf_counter() - began) / len(single)
there = binarizer.transform(judge_labels)
hits = numpy.logical_and(said, there).sum()
print(json.dumps({
    "trained": trained, "judged": judged, "one": one, "texts": len(judge), "microF1": 2 * float(hits) / float(said.sum() + there.sum()),
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
}))
