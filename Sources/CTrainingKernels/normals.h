// Included once for each set of instructions, with KERNEL(name), TARGET and VECTOR_BYTES defined.
//
// Standard normal numbers by Box and Muller: pair i of a stream is √(−2 log u)·(cos θ, sin θ) with u and θ
// from words 2i and 2i + 1, so that any stretch of the stream can be written without the rest.

typedef double KERNEL(vector) __attribute__((vector_size(VECTOR_BYTES)));
typedef uint64_t KERNEL(words) __attribute__((vector_size(VECTOR_BYTES)));
typedef int64_t KERNEL(bits) __attribute__((vector_size(VECTOR_BYTES)));

#define vector KERNEL(vector)
#define words KERNEL(words)
#define bits KERNEL(bits)
#define INLINE TARGET static inline __attribute__((always_inline))
#define LANES ((int)(VECTOR_BYTES / sizeof(double)))

// Words of the SplitMix64 sequence of a key (Steele, Lea and Flood 2014).
INLINE words KERNEL(mixed)(words index, uint64_t key) {
  words word = (index + 1) * (uint64_t)0x9e3779b97f4a7c15u + key;
  word = (word ^ word >> 30) * (uint64_t)0xbf58476d1ce4e5b9u;
  word = (word ^ word >> 27) * (uint64_t)0x94d049bb133111ebu;
  return word ^ word >> 31;
}

INLINE vector KERNEL(selected)(bits mask, vector then, vector otherwise) {
  return (vector)((mask & (bits)then) | (~mask & (bits)otherwise));
}

// The vector 1 + k·2⁻⁵² of the upper 52 bits k of each word.
INLINE vector KERNEL(between_one_and_two)(words word) {
  return (vector)(word >> 12 | (uint64_t)0x3ff0000000000000u);
}

// log u for positive, normal u, below 2 ulp: u = 2ᵉ·m with √½ ≤ m < √2, s = (m − 1)/(m + 1) and
// log m = 2s + s³·q(s²), q of degree 6 interpolating at Chebyshev's nodes, relative error below 1e-17.
INLINE vector KERNEL(logarithm)(vector u) {
  const int64_t root = 0x3fe6a09e667f3bcd;
  bits exponent = ((bits)u - root) >> 52;
  vector m = (vector)((bits)u - (exponent << 52));
  vector s = (m - 1) / (m + 1), t = s * s;
  vector q = t * 0x1.2b584aae78a57p-3 + 0x1.39fe606542ddep-3;
  q = q * t + 0x1.7462b4ab2ef6bp-3;
  q = q * t + 0x1.c71c62e5800a1p-3;
  q = q * t + 0x1.2492492df148dp-2;
  q = q * t + 0x1.99999999952e2p-2;
  q = q * t + 0x1.5555555555558p-1;
  vector e = (vector)(exponent + 0x4338000000000000) - 0x1.8p52;
  return e * 0x1.62e42fefa39efp-1 + (2 * s + s * t * q);
}

// Pairs number `first` to `first` + LANES − 1, cosines before sines.
INLINE void KERNEL(pairs)(uint64_t key, uint64_t first, double *numbers) {
  words index;
  for (int j = 0; j < LANES; ++j) index[j] = 2 * (first + j);
  // (k + ½)·2⁻⁵², exactly: never 0 or 1.
  vector u = KERNEL(between_one_and_two)(KERNEL(mixed)(index, key)) - (1 - 0x1p-53);
  words turn = KERNEL(mixed)(index + 1, key);
  // θ = (quarter + f)·π/2 with −½ ≤ f < ½.
  vector f = KERNEL(between_one_and_two)(turn << 2) - 1.5;
  vector t = f * f;
  vector sine = t * 0x1.e3f38399551bfp-25 - 0x1.e30071afc3e59p-19;
  sine = sine * t + 0x1.50782fda12d96p-13;
  sine = sine * t - 0x1.32d2cce2e5b19p-8;
  sine = sine * t + 0x1.466bc677587f8p-4;
  sine = sine * t - 0x1.4abbce625be41p-1;
  sine = (sine * t + 0x1.921fb54442d18p+0) * f;
  vector cosine = t * -0x1.b264ba152378ap-28 + 0x1.f9cc41140bb60p-22;
  cosine = cosine * t - 0x1.a6d1ec7906c20p-16;
  cosine = cosine * t + 0x1.e1f5068355e15p-11;
  cosine = cosine * t - 0x1.55d3c7e3c90f8p-6;
  cosine = cosine * t + 0x1.03c1f081b5aacp-2;
  cosine = cosine * t - 0x1.3bd3cc9be45dep+0;
  cosine = cosine * t + 1.0;
  vector radius = __builtin_elementwise_sqrt(-2 * KERNEL(logarithm)(u));
  bits isOdd = -((bits)(turn >> 62) & 1);
  vector x = KERNEL(selected)(isOdd, -sine, cosine), y = KERNEL(selected)(isOdd, cosine, sine);
  vector sign = (vector)((turn >> 63 << 63) | (words)radius);
  x *= sign;
  y *= sign;
  for (int j = 0; j < LANES; ++j) {
    numbers[2 * j] = x[j];
    numbers[2 * j + 1] = y[j];
  }
}

#define NORMALS(T, name)                                                                          \
  TARGET static void name(uint64_t key, uint64_t from, ptrdiff_t count, T *numbers) {             \
    double block[2 * LANES];                                                                      \
    int skipped = (int)(from % 2);                                                                \
    uint64_t pair = from / 2;                                                                     \
    for (ptrdiff_t done = 0; done < count; pair += LANES) {                                       \
      KERNEL(pairs)(key, pair, block);                                                            \
      const ptrdiff_t left = count - done;                                                        \
      const int taken = left < 2 * LANES - skipped ? (int)left : 2 * LANES - skipped;             \
      if (taken == 2 * LANES) {                                                                   \
        for (int j = 0; j < 2 * LANES; ++j) numbers[done + j] = (T)block[j];                      \
      } else {                                                                                    \
        for (int j = 0; j < taken; ++j) numbers[done + j] = (T)block[skipped + j];                \
      }                                                                                           \
      done += taken;                                                                              \
      skipped = 0;                                                                                \
    }                                                                                             \
  }
NORMALS(float, NAMED(normals, f32, INSTRUCTIONS))
NORMALS(double, NAMED(normals, f64, INSTRUCTIONS))

#undef NORMALS
#undef LANES
#undef INLINE
#undef bits
#undef words
#undef vector
