"""The encoder that is taught on: bge-small-zh-v1.5, from its ONNX file into PyTorch, with a head of one number."""

import re
import unicodedata

import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

MOST_TOKENS = 224
START, END = 101, 102


def load_encoder(path):
    """Weights by their names; those of products stand transposed under names of their nodes."""
    graph = onnx.load(path).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state = {
        name: torch.tensor(array.copy())
        for name, array in arrays.items()
        if name.startswith(("embeddings.", "encoder."))
    }
    for node in graph.node:
        weights = [name for name in node.input if name in arrays]
        if node.op_type == "MatMul" and weights:
            name = re.sub(r"layer\.layer\.", "layer.", node.name.strip("/").replace("/MatMul", "").replace("/", "."))
            state[f"{name}.weight"] = torch.tensor(arrays[weights[0]].T.copy())
    vocabulary, width = state["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(re.search(r"layer\.(\d+)", name).group(1)) for name in state if "layer." in name)
    encoder = BertModel(
        BertConfig(
            vocab_size=vocabulary,
            hidden_size=width,
            num_hidden_layers=layers,
            num_attention_heads=8,
            intermediate_size=4 * width,
            attention_probs_dropout_prob=0.0,
        ),
        add_pooling_layer=False,
    )
    missing, unknown = encoder.load_state_dict(state, strict=False)
    if missing or unknown:
        raise ValueError(f"{path}: missing {missing}, unknown {unknown}")
    return encoder


class Entailer(nn.Module):
    """Log-odds that the second segment bears out the first."""

    def __init__(self, path):
        super().__init__()
        self.encoder = load_encoder(path)
        # Words that the statements do not hold must keep their meaning.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(self.encoder.config.hidden_size, 1)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        return self.head(self.drop(hidden[:, 0])).squeeze(-1)


def open_tokeniser(path):
    """As `language-model/entailment/tokeniser.ts` does it; a test there holds the same."""
    tokeniser = Tokenizer.from_file(path)

    def pieces(text):
        return tokeniser.encode(unicodedata.normalize("NFKC", text).lower()).ids[1:-1] if text else []

    def encode(claim, passage):
        asked = [START, *pieces(claim), END]
        told = [*pieces(passage)[:MOST_TOKENS], END]
        return asked + told, [0] * len(asked) + [1] * len(told)

    return encode


def batch_of(rows):
    """Rows of (ids, segments) filled up to the longest: the model's three inputs."""
    width = max(len(ids) for ids, _ in rows)
    inputs = torch.zeros(3, len(rows), width, dtype=torch.long)
    for at, (ids, segments) in enumerate(rows):
        inputs[0, at, : len(ids)] = torch.tensor(ids)
        inputs[1, at, : len(ids)] = torch.tensor(segments)
        inputs[2, at, : len(ids)] = 1
    return inputs
