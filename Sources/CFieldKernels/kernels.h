// Included once for each set of instructions, with KERNEL(name) and TARGET defined.

typedef double KERNEL(vector) __attribute__((vector_size(64)));
typedef long long KERNEL(bits) __attribute__((vector_size(64)));

#define vector KERNEL(vector)
#define bits KERNEL(bits)
#define INLINE TARGET static inline __attribute__((always_inline))

INLINE vector KERNEL(splat)(double value) {
  return (vector){value, value, value, value, value, value, value, value};
}

INLINE vector KERNEL(selected)(bits mask, vector then, vector otherwise) {
  return (vector)((mask & (bits)then) | (~mask & (bits)otherwise));
}

INLINE vector KERNEL(larger)(vector a, vector b) { return KERNEL(selected)(a > b, a, b); }
INLINE vector KERNEL(smaller)(vector a, vector b) { return KERNEL(selected)(a < b, a, b); }

// exp x = 2ᵏ·exp r with k the integer nearest to x/log 2, so that |r| ≤ (log 2)/2.
//
// exp r = 1 + r + r²·q(r), q of degree 9 interpolating at Chebyshev's nodes: relative error 1.6e-17.
// The error of the whole is below 1.2 ulp with a fused multiplication, below 2 without. 0 below −708.
INLINE vector KERNEL(exponential)(vector x) {
  const double shift = 0x1.8p52;
  vector shifted = x * 0x1.71547652b82fep0 + shift;
  vector k = shifted - shift;
  vector r = x - k * 0x1.62e42fefa3800p-1;
  r = r - k * 0x1.ef35793c76730p-45;
  vector q = r * 0x1.af389eea54156p-26 + 0x1.28917c9f3a495p-22;
  q = q * r + 0x1.71de0db2eb873p-19;
  q = q * r + 0x1.a019b914881bap-16;
  q = q * r + 0x1.a01a01a7c2f2cp-13;
  q = q * r + 0x1.6c16c17889f3cp-10;
  q = q * r + 0x1.11111111109b5p-7;
  q = q * r + 0x1.5555555553d68p-5;
  q = q * r + 0x1.5555555555556p-3;
  q = q * r + 0.5;
  vector value = q * (r * r) + r + 1.0;
  bits scaled = (bits)value + ((bits)shifted << 52);
  return (vector)(scaled & (x > -708.0));
}

// The exponents offset − precision·‖x − μ‖²/2 of all components at eight points, and the greatest.
INLINE vector KERNEL(exponents)(
  const steepness_mixture *mixture, ptrdiff_t n, const vector *x, vector *exponent) {
  const ptrdiff_t count = mixture->count;
  vector greatest = KERNEL(splat)(-__builtin_inf());
  ptrdiff_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const double *mean = mixture->means + i * n;
    vector distance[4] = {};
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      for (int j = 0; j < 4; ++j) {
        vector difference = mean[j * n + axis] - x[axis];
        distance[j] += difference * difference;
      }
    }
    for (int j = 0; j < 4; ++j) {
      exponent[i + j] =
        mixture->offsets[i + j] - (0.5 * mixture->precisions[i + j]) * distance[j];
      greatest = KERNEL(larger)(greatest, exponent[i + j]);
    }
  }
  for (; i < count; ++i) {
    vector distance = {};
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      vector difference = mixture->means[i * n + axis] - x[axis];
      distance += difference * difference;
    }
    exponent[i] = mixture->offsets[i] - (0.5 * mixture->precisions[i]) * distance;
    greatest = KERNEL(larger)(greatest, exponent[i]);
  }
  return greatest;
}

// Σᵢ shareᵢ·precisionᵢ·(μᵢ − x) along `width` axes from `first`, given pull = share·precision.
INLINE void KERNEL(pulls)(
  const steepness_mixture *mixture, ptrdiff_t n, const vector *x, const vector *pull,
  ptrdiff_t first, int width, vector *slope) {
  vector sum[8] = {};
  for (ptrdiff_t i = 0; i < mixture->count; ++i) {
    const double *mean = mixture->means + i * n + first;
    for (int j = 0; j < width; ++j) sum[j] += pull[i] * (mean[j] - x[first + j]);
  }
  for (int j = 0; j < width; ++j) slope[first + j] = sum[j];
}

// p and ∇p, both over exp(greatest exponent), at eight points; returns that exponent.
INLINE vector KERNEL(density)(
  const steepness_mixture *mixture, ptrdiff_t n, const vector *x, vector *term, vector *total,
  vector *slope) {
  vector greatest = KERNEL(exponents)(mixture, n, x, term);
  if (mixture->count == 1) {
    *total = KERNEL(splat)(1);
    term[0] = KERNEL(splat)(mixture->precisions[0]);
  } else {
    vector sum = {};
    for (ptrdiff_t i = 0; i < mixture->count; ++i) {
      vector share = KERNEL(exponential)(term[i] - greatest);
      sum += share;
      term[i] = share * mixture->precisions[i];
    }
    *total = sum;
  }
  ptrdiff_t axis = 0;
  for (; axis + 8 <= n; axis += 8) KERNEL(pulls)(mixture, n, x, term, axis, 8, slope);
  for (; axis + 2 <= n; axis += 2) KERNEL(pulls)(mixture, n, x, term, axis, 2, slope);
  if (axis < n) KERNEL(pulls)(mixture, n, x, term, axis, 1, slope);
  return greatest;
}

// The velocity (∇p/p − ∇q/q)·q/(p + q) of eight points, p real and q generated, left in `slope`.
INLINE void KERNEL(block)(
  const steepness_mixture *data, const steepness_generated *generated, ptrdiff_t n, const vector *x,
  vector *term, vector *slope, vector *generated_slope) {
  vector p, q, difference;
  vector greatest = KERNEL(density)(data, n, x, term, &p, slope);
  bits inside = (bits)KERNEL(splat)(0) == 0;
  if (generated->mixture.count > 0) {
    difference = greatest
      - KERNEL(density)(&generated->mixture, n, x, term, &q, generated_slope);
  } else {
    difference = greatest - generated->log_density;
    q = KERNEL(splat)(1);
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      generated_slope[axis] = KERNEL(splat)(0);
      inside &= (x[axis] >= generated->lower[axis]) & (x[axis] <= generated->upper[axis]);
    }
  }
  // p·exp(difference) : q, scaled so that the exponential never exceeds 1.
  vector scale = KERNEL(exponential)(KERNEL(smaller)(difference, -difference));
  vector real = KERNEL(selected)(difference > 0, p, p * scale);
  vector fake = KERNEL(selected)(difference > 0, q * scale, q);
  // Both sums are between 1 and the number of components.
  vector share = fake / ((real + fake) * (p * q));
  for (ptrdiff_t axis = 0; axis < n; ++axis) {
    vector velocity = share * (q * slope[axis] - p * generated_slope[axis]);
    slope[axis] = (vector)((bits)velocity & inside);
  }
}

// Eight points in the plane, and back.
INLINE void KERNEL(planar_block)(
  const steepness_mixture *data, const steepness_generated *generated, const double *points,
  double *velocities, vector *term) {
  vector low, high, x[2], slope[2], generated_slope[2];
  __builtin_memcpy(&low, points, sizeof low);
  __builtin_memcpy(&high, points + steepness_block, sizeof high);
  x[0] = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
  x[1] = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
  KERNEL(block)(data, generated, 2, x, term, slope, generated_slope);
  low = __builtin_shufflevector(slope[0], slope[1], 0, 8, 1, 9, 2, 10, 3, 11);
  high = __builtin_shufflevector(slope[0], slope[1], 4, 12, 5, 13, 6, 14, 7, 15);
  __builtin_memcpy(velocities, &low, sizeof low);
  __builtin_memcpy(velocities + steepness_block, &high, sizeof high);
}

TARGET static void KERNEL(velocities)(
  const steepness_mixture *data, const steepness_generated *generated, const double *points,
  double *velocities, ptrdiff_t count, double *workspace) {
  const ptrdiff_t n = data->dimension;
  vector *x = (vector *)workspace, *slope = x + n, *generated_slope = slope + n,
         *term = generated_slope + n;
  ptrdiff_t start = 0;
  if (n == 2) {
    for (; start + steepness_block <= count; start += steepness_block) {
      KERNEL(planar_block)(data, generated, points + 2 * start, velocities + 2 * start, term);
    }
  }
  for (; start < count; start += steepness_block) {
    const double *from = points + start * n;
    double *to = velocities + start * n;
    // The last block repeats its last point.
    const ptrdiff_t last = count - start - 1;
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      for (ptrdiff_t j = 0; j < steepness_block; ++j) {
        x[axis][j] = from[(j < last ? j : last) * n + axis];
      }
    }
    KERNEL(block)(data, generated, n, x, term, slope, generated_slope);
    for (ptrdiff_t j = 0; j < steepness_block && j <= last; ++j) {
      for (ptrdiff_t axis = 0; axis < n; ++axis) to[j * n + axis] = slope[axis][j];
    }
  }
}

// v = ∇r/(r·(1 + r)) with r = Σ Tᵢ, each Tᵢ a product of a factor of the row and one of the axis.
TARGET static int KERNEL(row_velocities)(
  const steepness_axis *axis, const double *row_factors, const double *row_slopes, ptrdiff_t from,
  ptrdiff_t to, double least, double greatest, double *velocities) {
  bits inside = (bits)KERNEL(splat)(0) == 0;
  for (ptrdiff_t start = from; start < to; start += steepness_block) {
    const ptrdiff_t width = to - start < steepness_block ? to - start : steepness_block;
    vector r = {}, along_row = {}, along_axis = {};
    for (ptrdiff_t i = 0; i < axis->components; ++i) {
      vector factor, slope;
      __builtin_memcpy(&factor, axis->factors + i * axis->count + start, sizeof factor);
      __builtin_memcpy(&slope, axis->slopes + i * axis->count + start, sizeof slope);
      r += row_factors[i] * factor;
      along_row += row_slopes[i] * factor;
      along_axis += row_factors[i] * slope;
    }
    inside &= (r >= least) & (r <= greatest);
    vector share = 1.0 / (r + r * r);
    vector first = along_row * share, second = along_axis * share;
    vector low = __builtin_shufflevector(first, second, 0, 8, 1, 9, 2, 10, 3, 11);
    vector high = __builtin_shufflevector(first, second, 4, 12, 5, 13, 6, 14, 7, 15);
    double *target = velocities + 2 * (start - from);
    if (width == steepness_block) {
      __builtin_memcpy(target, &low, sizeof low);
      __builtin_memcpy(target + steepness_block, &high, sizeof high);
    } else {
      double pairs[2 * steepness_block];
      __builtin_memcpy(pairs, &low, sizeof low);
      __builtin_memcpy(pairs + steepness_block, &high, sizeof high);
      __builtin_memcpy(target, pairs, 2 * width * sizeof(double));
    }
  }
  long long all = -1;
  for (int j = 0; j < steepness_block; ++j) all &= inside[j];
  return all != 0;
}

TARGET static void KERNEL(exponentials)(const double *arguments, double *values, ptrdiff_t count) {
  for (ptrdiff_t start = 0; start < count; start += steepness_block) {
    const ptrdiff_t width = count - start < steepness_block ? count - start : steepness_block;
    vector x = {};
    __builtin_memcpy(&x, arguments + start, width * sizeof(double));
    x = KERNEL(exponential)(x);
    __builtin_memcpy(values + start, &x, width * sizeof(double));
  }
}

#undef vector
#undef bits
#undef INLINE
