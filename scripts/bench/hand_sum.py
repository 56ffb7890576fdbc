"""The total of arXiv 2407.05872 as a script written by hand for that one paper; the yardstick of `npm run bench`.

python3 hand_sum.py REPETITIONS prints the dollars and the milliseconds of one repetition.
"""

import sys
import time

HEADS = [1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128]
VOCABULARY = 32_101
TOKENS = 50_000 * 256 * 512
POINTS = 15


def parameters(width):
    return 2 * width * (6 * 8 * width + VOCABULARY)


def flop_per_token(width):
    return 6 * width * (8 * (12 * width + 512) + VOCABULARY)


def fixed(heads, runs):
    return sum(runs * flop_per_token(128 * h) * TOKENS for h in heads)


def compute_optimal(heads, runs):
    return sum(runs * flop_per_token(128 * h) * 20 * parameters(128 * h) for h in heads)


def total():
    experiments = [
        fixed([8, 16, 32], 4),
        fixed(HEADS[-6:], 4 * 19),
        fixed(HEADS, 4 * 6 * POINTS),
        fixed(HEADS[-6:], 2 * 6 * 4 * 13),
        fixed(HEADS, 3 * 4 * 2 * POINTS),
        fixed(HEADS, 3 * 4 * 3 * POINTS) + fixed([8], 3 * 4 * 3 * 800),
        fixed(HEADS, 4 * POINTS),
        fixed(HEADS[:11], 2 * 2 * 4 * POINTS),
        fixed(HEADS, 2 * 4 * POINTS) + fixed(HEADS[:12], 4 * POINTS) + compute_optimal(HEADS[:11], 3 * 4 * POINTS),
    ]
    return sum(flop / 3.5e14 / 3_600 * 3 for flop in experiments)


repetitions = int(sys.argv[1])
start = time.perf_counter()
for _ in range(repetitions):
    dollars = total()
print(dollars, (time.perf_counter() - start) / repetitions * 1_000)
