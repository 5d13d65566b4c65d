"""The first bits of RandomStream, by the MT19937 of Python.

Run in this folder: python3 random_stream.py 1 root/data; python3 random_stream.py 81985529216486895 ä
"""
import sys

MASK = (1 << 64) - 1


def mixed(word):
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & MASK
    word = (word ^ word >> 27) * 0x94D049BB133111EB & MASK
    return word ^ word >> 31


def key(seed, name):
    value = 0xCBF29CE484222325
    for byte in seed.to_bytes(8, "little") + name.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return mixed(value)


def state(key):
    words = [0x80000000]
    for index in range(1, 624):
        words.append(mixed(key + (index + 1) * 0x9E3779B97F4A7C15 & MASK) >> 32)
    return words


if __name__ == "__main__":
    import random

    generator = random.Random()
    words = state(key(int(sys.argv[1]), sys.argv[2]))
    generator.setstate((3, tuple(words) + (624,), None))
    for _ in range(3):
        high = generator.getrandbits(32)
        print(f"0x{high << 32 | generator.getrandbits(32):016x}")
