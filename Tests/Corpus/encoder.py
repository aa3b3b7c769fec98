#!/usr/bin/env python3
"""Trains the encoder: a small dilated convolutional network (Strubell et al. 2017) that reads an article's
tokens and judges its candidates beside the trees.

usage: encoder.py READINGS.jsonl MODEL.bin [--check CHECKED.jsonl] [--epochs N]

READINGS comes from DealTraining. Needs PyTorch. The model's weights are integers (see
Sources/DealExtraction/EncoderModel.swift for their layout), so that it gives the same scores everywhere.
"""
import argparse, collections, json, math, random, struct, time
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

WIDTH = 64          # of a token's state
HEAD = 64           # of a candidate's state
POOL = 32           # of what is pooled between two parties
DILATIONS = (1, 2, 4, 8, 1)
LEAST = (3, 3, 4)   # articles in which a word, a beginning, an end must occur
MARKS = (40, 16, 96, 6, 26, 8, 3)
PLACES = (32, 25, 32, 32, 16, 16, 4, 4, 8)
ENDS = 4            # payer first and last, payee first and last
KINDS = 11


class Article:
    def __init__(self, line):
        data = json.loads(line)
        self.count = data["count"]
        self.hashes = np.array([int(h) for h in data["hashes"]], np.uint64).reshape(-1, 3)
        self.marks = np.array(data["marks"], np.int64).reshape(-1, len(MARKS))
        self.rows = np.array(data["rows"], np.int64).reshape(-1, 6 + len(PLACES))
        self.labels = data["labels"]
        self.gold, self.annotated = data["gold"], data["annotated"]
        groups = collections.defaultdict(list)
        for number, label in enumerate(self.labels):
            if label[0] >= 0:
                groups[label[0], label[1]].append(number)
        self.groups = [(kind, rows) for (_, kind), rows in groups.items()]
        self.negative = np.array([label[0] == -1 for label in self.labels], bool)

    def index(self, vocabularies):
        """The number of each token's word, beginning and end; 0 for none, 1 for an unknown one."""
        self.ids = np.stack(
            [np.array([0 if h == 0 else v.get(h, 1) for h in self.hashes[:, i].tolist()])
             for i, v in enumerate(vocabularies)], 1).reshape(-1, 3)


def vocabularies(articles):
    found = []
    for column, least in enumerate(LEAST):
        counts = collections.Counter()
        for article in articles:
            counts.update(set(article.hashes[:, column].tolist()))
        counts.pop(0, None)
        kept = sorted(h for h, n in counts.items() if n >= least)
        found.append({h: n + 2 for n, h in enumerate(kept)})
    return found


class Encoder(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.words = nn.ModuleList([nn.Embedding(n + 2, WIDTH) for n in sizes])
        self.marks = nn.ModuleList([nn.Embedding(n, WIDTH) for n in MARKS])
        self.convolutions = nn.ModuleList(
            [nn.Conv1d(WIDTH, WIDTH, 3, padding=d, dilation=d) for d in DILATIONS])
        self.ends = nn.ModuleList([nn.Linear(WIDTH, HEAD, bias=False) for _ in range(ENDS)])
        self.pool, self.pooled = nn.Linear(WIDTH, POOL), nn.Linear(POOL, HEAD)
        self.places = nn.ModuleList([nn.Embedding(n, HEAD) for n in PLACES])
        self.hidden, self.out = nn.Linear(HEAD, HEAD), nn.Linear(HEAD, 1 + KINDS)
        self.drop, self.small = nn.Dropout(0.3), nn.Dropout(0.15)
        for module in self.modules():
            if isinstance(module, nn.Embedding):
                nn.init.normal_(module.weight, std=0.15)
        for module in self.convolutions:
            nn.init.normal_(module.weight, std=0.5 / math.sqrt(3 * WIDTH))
            nn.init.zeros_(module.bias)

    def forward(self, batch):
        state = sum(e(batch["ids"][:, :, i]) for i, e in enumerate(self.words))
        state = state + sum(e(batch["marks"][:, :, i]) for i, e in enumerate(self.marks))
        mask = batch["mask"][:, None, :]
        state = self.drop(state).transpose(1, 2) * mask
        for convolution in self.convolutions:
            state = (state + self.small(convolution(F.relu(state)))) * mask
        state = self.drop(F.relu(state.transpose(1, 2)))
        size, length, _ = state.shape
        sums = F.pad(F.relu(self.pool(state)).cumsum(1), (0, 0, 1, 0)).reshape(size * (length + 1), -1)
        flat = state.reshape(size * length, -1)
        rows, home = batch["rows"], batch["home"]
        low, high = rows[:, 4], rows[:, 5]
        between = (sums[high + home * (length + 1)] - sums[low + home * (length + 1)]) \
            / (high - low).clamp(min=1).float().sqrt()[:, None]
        head = self.pooled(between)
        for i, end in enumerate(self.ends):
            head = head + end(flat[rows[:, i] + home * length])
        for i, place in enumerate(self.places):
            head = head + place(rows[:, 6 + i])
        return self.out(self.drop(F.relu(self.hidden(self.drop(F.relu(head))))))


def batched(articles, isTraining=False):
    length = max(a.count for a in articles)
    ids = np.zeros((len(articles), length, 3), np.int64)
    marks = np.zeros((len(articles), length, len(MARKS)), np.int64)
    mask = np.zeros((len(articles), length), np.float32)
    for i, a in enumerate(articles):
        ids[i, :a.count], marks[i, :a.count], mask[i, :a.count] = a.ids, a.marks, 1
    ids, marks = torch.from_numpy(ids), torch.from_numpy(marks)
    if isTraining:      # words of names are mostly forgotten, others now and then
        isName = marks[:, :, 1] > 0
        for i, share in enumerate((0.06, 0.03, 0.06)):
            ids[:, :, i][torch.rand(isName.shape) < torch.where(isName, 0.5, share)] = 1
        marks[:, :, 2][torch.rand(isName.shape) < 0.05] = 0
    return {
        "ids": ids, "marks": marks, "mask": torch.from_numpy(mask),
        "rows": torch.from_numpy(np.concatenate([a.rows for a in articles])),
        "home": torch.from_numpy(np.concatenate([np.full(len(a.rows), i) for i, a in enumerate(articles)])),
    }


def loss_of(out, articles):
    """Candidates of no deal must score low; of those that may tell a deal at least one high."""
    score, kinds = out[:, 0], F.log_softmax(out[:, 1:], 1)
    negative = torch.from_numpy(np.concatenate([a.negative for a in articles]))
    loss = F.softplus(score[negative]).sum()
    rows, labels, group, count, start = [], [], [], 0, 0
    for article in articles:
        for kind, members in article.groups:
            rows += [start + m for m in members]
            labels += [kind] * len(members)
            group += [count] * len(members)
            count += 1
        start += len(article.rows)
    if count:
        rows, group = torch.tensor(rows), torch.tensor(group)
        none = torch.zeros(count).index_add(0, group, -F.softplus(score[rows]))
        loss = loss - torch.log1p(-none.exp().clamp(max=1 - 1e-6)).sum()
        share = torch.sigmoid(score[rows]).detach()
        total = torch.zeros(count).index_add(0, group, share)
        loss = loss - 0.5 * (share / total[group] * kinds[rows, torch.tensor(labels)]).sum()
    return loss


def trained(articles, sizes, epochs, report):
    torch.manual_seed(1)
    random.seed(1)
    model = Encoder(sizes)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0, weight_decay=1e-2)
    size, step = 12, 0
    steps = epochs * (len(articles) // size + 1)
    order = list(articles)
    for epoch in range(epochs):
        model.train()
        random.shuffle(order)
        total, began = 0, time.time()
        for start in range(0, len(order), size):
            part = order[start:start + size]
            rate = 2.5e-3 * min(1, step / 100) * (0.5 + 0.5 * math.cos(math.pi * step / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate
            step += 1
            loss = loss_of(model(batched(part, True)), part)
            optimizer.zero_grad()
            (loss / 40).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            with torch.no_grad():       # what the integers of the file can hold
                for table in list(model.words) + list(model.marks):
                    table.weight.clamp_(-0.99, 0.99)
            total += float(loss.detach())
        print(f"epoch {epoch} loss {total / len(order):.2f} in {time.time() - began:.0f} s", flush=True)
        if epoch >= 3:
            report(model)
    return model


def scores_of(model, articles):
    model.eval()
    found = []
    with torch.no_grad():
        for start in range(0, len(articles), 16):
            part = articles[start:start + 16]
            out, place = model(batched(part)).numpy(), 0
            for article in part:
                found.append(out[place:place + len(article.rows)])
                place += len(article.rows)
    return found


def figures(articles, scores, weight):
    """The best F1 over thresholds, and recall where precision is 0.75, of trees and encoder together."""
    items, gold = [], sum(a.annotated for a in articles)
    for number, (article, score) in enumerate(zip(articles, scores)):
        best = {}
        for label, row in zip(article.labels, score):
            value = label[4] / 256 + weight * max(-7, float(row[0]))
            if value > best.get((label[2], label[3]), (-1e9,))[0]:
                best[label[2], label[3]] = (value, label[5])
        items += [(value, number, pair + (kind,)) for pair, (value, kind) in best.items()]
    keys = [collections.defaultdict(set) for _ in articles]
    for number, article in enumerate(articles):
        for payer, payee, kind, deal in article.gold:
            keys[number][payer, payee, kind].add(deal)
    seen, right, best, at75 = set(), 0, (0, 0, 0, 0), (0, 0, 0)
    for count, (value, number, key) in enumerate(sorted(items, reverse=True), 1):
        hit = [d for d in keys[number].get(key, ()) if (number, d) not in seen]
        if hit:
            seen.add((number, hit[0]))
            right += 1
        precision, recall = right / count, right / gold
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        best = max(best, (f1, precision, recall, value))
        if precision >= 0.75:
            at75 = max(at75, (recall, f1, value))
    return "weight %.1f best F1 %.3f P %.3f R %.3f at %.2f; P .75: R %.3f F1 %.3f at %.2f" % (
        (weight,) + best + at75)


def written(model, words):
    """The file of a model; its layout stands in EncoderModel.swift."""
    state = {name: value.detach().numpy().astype(np.float64) for name, value in model.state_dict().items()}

    def weights(array):
        numbers = np.rint(array * 4096)
        assert np.abs(numbers).max() < 32768
        return numbers.astype("<i2").tobytes()

    def layer(name, columns=None):
        matrix = state[name + ".weight"]
        if matrix.ndim == 3:        # output, input, tap
            matrix = matrix.transpose(0, 2, 1)
        matrix = matrix.reshape(len(matrix), -1)
        assert np.abs(np.rint(matrix * 4096)).sum(1).max() * 8191 < 2 ** 31, name
        bias = state.get(name + ".bias", np.zeros(len(matrix)))
        return weights(matrix) + np.rint(bias * 4096 * 512).astype("<i4").tobytes()

    def bytes_of(name):
        return np.rint(state[name] * 128).clip(-127, 127).astype(np.int8).tobytes()

    head = [0x4E454744, 1, WIDTH, HEAD, POOL, len(DILATIONS)] + [len(v) for v in words]
    head += [sum(MARKS), sum(PLACES)]
    head += [0] * (16 - len(head)) + list(DILATIONS) + [0] * (8 - len(DILATIONS))
    file = struct.pack("<24I", *head)
    for vocabulary in words:
        file += np.array(sorted(vocabulary), np.uint64).astype("<u8").tobytes()
    for index in range(3):
        file += bytes_of(f"words.{index}.weight")
    for index in range(len(MARKS)):
        file += bytes_of(f"marks.{index}.weight")
    for index in range(len(DILATIONS)):
        file += layer(f"convolutions.{index}")
    file += layer("pool")
    for index in range(ENDS):
        file += layer(f"ends.{index}")
    file += layer("pooled")
    for index in range(len(PLACES)):
        file += np.rint(state[f"places.{index}.weight"] * 512).clip(-32767, 32767).astype("<i2").tobytes()
    return file + layer("hidden") + layer("out")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings")
    parser.add_argument("model")
    parser.add_argument("--check")
    parser.add_argument("--epochs", type=int, default=9)
    options = parser.parse_args()
    articles = [Article(line) for line in open(options.readings)]
    checked = [Article(line) for line in open(options.check)] if options.check else []
    words = vocabularies(articles)
    for article in articles + checked:
        article.index(words)
    print(len(articles), "articles", sum(len(a.rows) for a in articles), "candidates", [len(v) for v in words])

    def report(model):
        if checked:
            scores = scores_of(model, checked)
            for weight in (0, 0.4, 0.7, 1.0):
                print("  ", figures(checked, scores, weight), flush=True)
    model = trained([a for a in articles if len(a.rows)], [len(v) for v in words], options.epochs, report)
    with open(options.model, "wb") as file:
        file.write(written(model, words))


if __name__ == "__main__":
    main()
