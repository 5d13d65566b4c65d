// Included once for each set of instructions, with KERNEL(name) and TARGET defined.

typedef double KERNEL(vector) __attribute__((vector_size(64)));
typedef long long KERNEL(bits) __attribute__((vector_size(64)));
// An entry of a vector in memory.
typedef double KERNEL(number) __attribute__((may_alias));

#define vector KERNEL(vector)
#define bits KERNEL(bits)
#define number KERNEL(number)
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

// Blocks are `lanes` vectors of eight points, 1 or 2: what belongs to axis or component i of lane b is entry
// i·lanes + b. Every point is treated alike in both.

// The exponents offset − precision·‖x − μ‖²/2 of all components, and the greatest.
INLINE void KERNEL(exponents)(
  const steepness_mixture *mixture, ptrdiff_t n, int lanes, const vector *x, vector *exponent,
  vector *greatest) {
  const ptrdiff_t count = mixture->count;
  for (int b = 0; b < lanes; ++b) greatest[b] = KERNEL(splat)(-__builtin_inf());
  ptrdiff_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const double *mean = mixture->means + i * n;
    vector distance[8] = {};
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      for (int j = 0; j < 4; ++j) {
        for (int b = 0; b < lanes; ++b) {
          vector difference = mean[j * n + axis] - x[axis * lanes + b];
          distance[j * lanes + b] += difference * difference;
        }
      }
    }
    for (int j = 0; j < 4; ++j) {
      for (int b = 0; b < lanes; ++b) {
        vector value = mixture->offsets[i + j]
          - (0.5 * mixture->precisions[i + j]) * distance[j * lanes + b];
        exponent[(i + j) * lanes + b] = value;
        greatest[b] = KERNEL(larger)(greatest[b], value);
      }
    }
  }
  for (; i < count; ++i) {
    for (int b = 0; b < lanes; ++b) {
      vector distance = {};
      for (ptrdiff_t axis = 0; axis < n; ++axis) {
        vector difference = mixture->means[i * n + axis] - x[axis * lanes + b];
        distance += difference * difference;
      }
      exponent[i * lanes + b] = mixture->offsets[i] - (0.5 * mixture->precisions[i]) * distance;
      greatest[b] = KERNEL(larger)(greatest[b], exponent[i * lanes + b]);
    }
  }
}

// Σᵢ shareᵢ·precisionᵢ·(μᵢ − x) along `width` axes from `first`, given pull = share·precision.
INLINE void KERNEL(pulls)(
  const steepness_mixture *mixture, ptrdiff_t n, int lanes, const vector *x, const vector *pull,
  ptrdiff_t first, int width, vector *slope) {
  vector sum[8] = {};
  for (ptrdiff_t i = 0; i < mixture->count; ++i) {
    const double *mean = mixture->means + i * n + first;
    for (int j = 0; j < width; ++j) {
      for (int b = 0; b < lanes; ++b) {
        sum[j * lanes + b] += pull[i * lanes + b] * (mean[j] - x[(first + j) * lanes + b]);
      }
    }
  }
  for (int j = 0; j < width * lanes; ++j) slope[first * lanes + j] = sum[j];
}

// p and ∇p, both over exp(greatest exponent).
INLINE void KERNEL(density)(
  const steepness_mixture *mixture, ptrdiff_t n, int lanes, const vector *x, vector *term,
  vector *greatest, vector *total, vector *slope) {
  KERNEL(exponents)(mixture, n, lanes, x, term, greatest);
  if (mixture->count == 1) {
    for (int b = 0; b < lanes; ++b) {
      total[b] = KERNEL(splat)(1);
      term[b] = KERNEL(splat)(mixture->precisions[0]);
    }
  } else {
    vector sum[2] = {};
    for (ptrdiff_t i = 0; i < mixture->count; ++i) {
      for (int b = 0; b < lanes; ++b) {
        vector share = KERNEL(exponential)(term[i * lanes + b] - greatest[b]);
        sum[b] += share;
        term[i * lanes + b] = share * mixture->precisions[i];
      }
    }
    for (int b = 0; b < lanes; ++b) total[b] = sum[b];
  }
  const int width = 8 / lanes;
  ptrdiff_t axis = 0;
  for (; axis + width <= n; axis += width) {
    KERNEL(pulls)(mixture, n, lanes, x, term, axis, width, slope);
  }
  for (; axis + 2 <= n; axis += 2) KERNEL(pulls)(mixture, n, lanes, x, term, axis, 2, slope);
  if (axis < n) KERNEL(pulls)(mixture, n, lanes, x, term, axis, 1, slope);
}

// The velocity (∇p/p − ∇q/q)·q/(p + q) of a block, p real and q generated, left in `slope`.
INLINE void KERNEL(block)(
  const steepness_mixture *data, const steepness_generated *generated, ptrdiff_t n, int lanes,
  const vector *x, vector *term, vector *slope, vector *generated_slope) {
  vector p[2], q[2], real_greatest[2], fake_greatest[2];
  bits inside[2];
  KERNEL(density)(data, n, lanes, x, term, real_greatest, p, slope);
  for (int b = 0; b < lanes; ++b) inside[b] = (bits)KERNEL(splat)(0) == 0;
  if (generated->mixture.count > 0) {
    KERNEL(density)(&generated->mixture, n, lanes, x, term, fake_greatest, q, generated_slope);
  } else {
    for (int b = 0; b < lanes; ++b) {
      fake_greatest[b] = KERNEL(splat)(generated->log_density);
      q[b] = KERNEL(splat)(1);
      for (ptrdiff_t axis = 0; axis < n; ++axis) {
        const ptrdiff_t place = axis * lanes + b;
        generated_slope[place] = KERNEL(splat)(0);
        inside[b] &= (x[place] >= generated->lower[axis]) & (x[place] <= generated->upper[axis]);
      }
    }
  }
  for (int b = 0; b < lanes; ++b) {
    // p·exp(difference) : q, scaled so that the exponential never exceeds 1.
    vector difference = real_greatest[b] - fake_greatest[b];
    vector scale = KERNEL(exponential)(KERNEL(smaller)(difference, -difference));
    vector real = KERNEL(selected)(difference > 0, p[b], p[b] * scale);
    vector fake = KERNEL(selected)(difference > 0, q[b] * scale, q[b]);
    // Both sums are between 1 and the number of components.
    vector share = fake / ((real + fake) * (p[b] * q[b]));
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      const ptrdiff_t place = axis * lanes + b;
      vector velocity = share * (q[b] * slope[place] - p[b] * generated_slope[place]);
      slope[place] = (vector)((bits)velocity & inside[b]);
    }
  }
}

// A block of points in the plane, and back.
INLINE void KERNEL(planar_block)(
  const steepness_mixture *data, const steepness_generated *generated, int lanes,
  const double *points, double *velocities, vector *term) {
  vector x[4], slope[4], generated_slope[4];
  for (int b = 0; b < lanes; ++b) {
    vector low, high;
    __builtin_memcpy(&low, points + 2 * b * steepness_block, sizeof low);
    __builtin_memcpy(&high, points + (2 * b + 1) * steepness_block, sizeof high);
    x[b] = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
    x[lanes + b] = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
  }
  KERNEL(block)(data, generated, 2, lanes, x, term, slope, generated_slope);
  for (int b = 0; b < lanes; ++b) {
    vector low = __builtin_shufflevector(
      slope[b], slope[lanes + b], 0, 8, 1, 9, 2, 10, 3, 11);
    vector high = __builtin_shufflevector(
      slope[b], slope[lanes + b], 4, 12, 5, 13, 6, 14, 7, 15);
    __builtin_memcpy(velocities + 2 * b * steepness_block, &low, sizeof low);
    __builtin_memcpy(velocities + (2 * b + 1) * steepness_block, &high, sizeof high);
  }
}

// A block of points of any dimension, and back; the last point is repeated where fewer are left.
INLINE void KERNEL(general_block)(
  const steepness_mixture *data, const steepness_generated *generated, int lanes,
  const double *points, double *velocities, ptrdiff_t count, double *workspace) {
  const ptrdiff_t n = data->dimension, width = lanes * steepness_block;
  vector *x = (vector *)workspace, *slope = x + n * lanes, *generated_slope = slope + n * lanes,
         *term = generated_slope + n * lanes;
  number *coordinates = (number *)x;
  for (ptrdiff_t j = 0; j < width; ++j) {
    const double *point = points + (j < count ? j : count - 1) * n;
    for (ptrdiff_t axis = 0; axis < n; ++axis) coordinates[axis * width + j] = point[axis];
  }
  KERNEL(block)(data, generated, n, lanes, x, term, slope, generated_slope);
  const number *components = (const number *)slope;
  for (ptrdiff_t j = 0; j < width && j < count; ++j) {
    for (ptrdiff_t axis = 0; axis < n; ++axis) {
      velocities[j * n + axis] = components[axis * width + j];
    }
  }
}

TARGET static void KERNEL(velocities)(
  const steepness_mixture *data, const steepness_generated *generated, const double *points,
  double *velocities, ptrdiff_t count, double *workspace) {
  const ptrdiff_t n = data->dimension;
  ptrdiff_t start = 0;
  if (n == 2) {
    vector *term = (vector *)workspace + 3 * n;
    for (; start + 2 * steepness_block <= count; start += 2 * steepness_block) {
      KERNEL(planar_block)(data, generated, 2, points + 2 * start, velocities + 2 * start, term);
    }
  }
  // Two vectors share every number that is read from the means.
  for (; start + 2 * steepness_block <= count; start += 2 * steepness_block) {
    KERNEL(general_block)(
      data, generated, 2, points + start * n, velocities + start * n, 2 * steepness_block,
      workspace);
  }
  for (; start < count; start += steepness_block) {
    KERNEL(general_block)(
      data, generated, 1, points + start * n, velocities + start * n, count - start, workspace);
  }
}

// v = ∇r/(r·(1 + r)) with r = Σ Tᵢ, each Tᵢ a product of a factor of the row and one of the axis, at `lanes`
// vectors of points from `start`; returns where r is in range.
INLINE bits KERNEL(row_block)(
  const steepness_axis *axis, const double *row_factors, const double *row_slopes, ptrdiff_t start,
  int lanes, double least, double greatest, double *pairs) {
  vector r[4] = {}, along_row[4] = {}, along_axis[4] = {};
  for (ptrdiff_t i = 0; i < axis->components; ++i) {
    const double *factors = axis->factors + i * axis->count + start;
    const double *slopes = axis->slopes + i * axis->count + start;
    for (int b = 0; b < lanes; ++b) {
      vector factor, slope;
      __builtin_memcpy(&factor, factors + b * steepness_block, sizeof factor);
      __builtin_memcpy(&slope, slopes + b * steepness_block, sizeof slope);
      r[b] += row_factors[i] * factor;
      along_row[b] += row_slopes[i] * factor;
      along_axis[b] += row_factors[i] * slope;
    }
  }
  bits inside = (bits)KERNEL(splat)(0) == 0;
  for (int b = 0; b < lanes; ++b) {
    inside &= (r[b] >= least) & (r[b] <= greatest);
    vector share = 1.0 / (r[b] + r[b] * r[b]);
    vector first = along_row[b] * share, second = along_axis[b] * share;
    vector low = __builtin_shufflevector(first, second, 0, 8, 1, 9, 2, 10, 3, 11);
    vector high = __builtin_shufflevector(first, second, 4, 12, 5, 13, 6, 14, 7, 15);
    __builtin_memcpy(pairs + 2 * b * steepness_block, &low, sizeof low);
    __builtin_memcpy(pairs + (2 * b + 1) * steepness_block, &high, sizeof high);
  }
  return inside;
}

TARGET static int KERNEL(row_velocities)(
  const steepness_axis *axis, const double *row_factors, const double *row_slopes, ptrdiff_t from,
  ptrdiff_t to, double least, double greatest, double *velocities) {
  bits inside = (bits)KERNEL(splat)(0) == 0;
  ptrdiff_t start = from;
  // Four vectors share the row's factors.
  for (; start + 4 * steepness_block <= to; start += 4 * steepness_block) {
    inside &= KERNEL(row_block)(
      axis, row_factors, row_slopes, start, 4, least, greatest, velocities + 2 * (start - from));
  }
  for (; start < to; start += steepness_block) {
    double pairs[2 * steepness_block];
    inside &= KERNEL(row_block)(
      axis, row_factors, row_slopes, start, 1, least, greatest, pairs);
    const ptrdiff_t width = to - start < steepness_block ? to - start : steepness_block;
    __builtin_memcpy(velocities + 2 * (start - from), pairs, 2 * width * sizeof(double));
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

// Eight solutions of y′ = (a + exp(−2y))/(1 + exp(y − y_*)) by Taylor series of order `steepness_taylor_order`, each with steps
// of its own. With E = exp(−2y), Q = exp(y − y_*) and s = y′: (1 + Q)·s = a + E, E′ = −2·E·s, Q′ = Q·s.
TARGET static void KERNEL(closed_equation)(
  double rate, double optimum, double duration, double scale, double *states) {
  enum { order = steepness_taylor_order };
  vector y, left = KERNEL(splat)(duration);
  __builtin_memcpy(&y, states, sizeof y);
  for (;;) {
    long long more = 0;
    for (int j = 0; j < steepness_block; ++j) more |= left[j] > 0;
    if (!more) break;
    vector c[order + 1], e[order + 1], q[order + 1], s[order];
    c[0] = y;
    e[0] = KERNEL(exponential)(-2.0 * y);
    q[0] = KERNEL(exponential)(y - optimum);
    const vector inverse = 1.0 / (1.0 + q[0]);
#pragma clang loop unroll(full)
    for (int k = 0; k < order; ++k) {
      // Sums over i < k of s[i]·q[k − i] and s[i]·e[k − i], even and odd i apart: four chains of additions.
      vector growth[2] = {}, decay[2] = {};
      for (int i = 0; i < k; ++i) {
        growth[i & 1] += s[i] * q[k - i];
        decay[i & 1] += s[i] * e[k - i];
      }
      const vector known = growth[0] + growth[1];
      s[k] = (k == 0 ? e[0] + rate : e[k] - known) * inverse;
      const double next = 1.0 / (k + 1);
      c[k + 1] = s[k] * next;
      e[k + 1] = (decay[0] + decay[1] + s[k] * e[0]) * (-2 * next);
      q[k + 1] = (known + s[k] * q[0]) * next;
    }
    vector last = KERNEL(larger)(
      KERNEL(larger)(c[order], -c[order]),
      KERNEL(larger)(c[order - 1], -c[order - 1]) * KERNEL(larger)(s[0], -s[0]));
    // log₂ from the bits of the number, piecewise linear: 0.3% in the step.
    last = KERNEL(larger)(last, KERNEL(splat)(0x1p-1000));
    const vector logarithm = __builtin_convertvector((bits)last, vector) * 0x1p-52 - 1023.0;
    const vector length = scale * KERNEL(exponential)(logarithm * (-0x1.62e42fefa39efp-1 / order));
    const vector step = KERNEL(smaller)(left, length);
    vector sum = c[order];
    for (int k = order - 1; k >= 0; --k) sum = sum * step + c[k];
    y = sum;
    left -= step;
  }
  __builtin_memcpy(states, &y, sizeof y);
}

#undef vector
#undef bits
#undef number
#undef INLINE
