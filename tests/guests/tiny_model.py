"""This file makes a tiny random COMET model; it runs inside the guest's environment, with the folder and the model's class as arguments.

What COMET itself predicts for the samples on standard input, read back from the checkpoint, goes to expected.json.
"""

import json
import string
import sys
from pathlib import Path

import comet.models
import pytorch_lightning
import torch
import yaml
from transformers import BertConfig, BertModel, BertTokenizerFast

folder, kind = Path(sys.argv[1]), sys.argv[2]
encoder = folder / "encoder"
encoder.mkdir(parents=True)
letters = [*string.ascii_lowercase, *string.digits, *string.punctuation]
words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
(encoder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
torch.manual_seed(1)
sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
BertModel(BertConfig(vocab_size=len(words), **sizes)).save_pretrained(encoder)
BertTokenizerFast(vocab_file=str(encoder / "vocab.txt"), do_lower_case=True).save_pretrained(encoder)

settings = {"encoder_model": "BERT", "pretrained_model": str(encoder), "layer": "mix", "hidden_sizes": [16], "local_files_only": True}
model = getattr(comet.models, kind)(**settings)
trainer = pytorch_lightning.Trainer(accelerator="cpu", logger=False, enable_progress_bar=False)
trainer.strategy.connect(model)
(folder / "checkpoints").mkdir()
trainer.save_checkpoint(folder / "checkpoints" / "model.ckpt", weights_only=True)
known = {identifier for identifier, of in comet.models.str2model.items() if of is type(model)}
(folder / "hparams.yaml").write_text(yaml.safe_dump({"class_identifier": known.pop(), **settings}), encoding="utf-8")
(folder / "README.md").write_text("---\nlicense: cc-by-nc-sa-4.0\n---\nA model of random numbers.\n", encoding="utf-8")

loaded = comet.models.load_from_checkpoint(str(folder / "checkpoints" / "model.ckpt"), local_files_only=True)
told = loaded.predict(json.load(sys.stdin), batch_size=8, gpus=0, num_workers=0, progress_bar=False)
(folder / "expected.json").write_text(json.dumps([float(score) for score in told["scores"]]), encoding="utf-8")
