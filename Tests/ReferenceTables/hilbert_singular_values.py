"""Singular values of Hilbert's matrix of size 8, by mpmath.

Run in this folder: python3 hilbert_singular_values.py > hilbert-singular-values.csv
"""
import mpmath as mp

mp.mp.dps = 60
SIZE = 8

if __name__ == "__main__":
    print("function,index,value")
    matrix = mp.matrix(SIZE, SIZE)
    for row in range(SIZE):
        for column in range(SIZE):
            matrix[row, column] = mp.mpf(1) / (row + column + 1)
    values = sorted(mp.svd_r(matrix, compute_uv=False), reverse=True)
    for index, value in enumerate(values):
        print(f"hilbert,{index},{mp.nstr(value, 20)}")
