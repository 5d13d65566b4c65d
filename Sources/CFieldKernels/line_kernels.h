// Included once for each set of instructions after kernels.h, with KERNEL(name) and TARGET defined: the flow on the line.

#define vector KERNEL(vector)
#define bits KERNEL(bits)
#define INLINE TARGET static inline __attribute__((always_inline))

// log x of normal positive numbers: x = 2ᵏ·(1 + f) with 1 + f between √½ and √2.
//
// With s = f/(2 + f): log(1 + f) = f − (f²/2 − s·(f²/2 + r)), r = 2s²/3 + 2s⁴/5 + …, ten terms of which leave 2·10⁻¹⁷ of f. The
// error of the whole is below 2 ulp.
INLINE vector KERNEL(logarithm)(vector x) {
  const bits exponent = ((bits)x - 0x3fe6a09e667f3bcdLL) >> 52;
  const vector k = __builtin_convertvector(exponent, vector);
  const vector f = (vector)((bits)x - (exponent << 52)) - 1.0;
  const vector s = f / (2.0 + f), z = s * s, half = 0.5 * f * f;
  vector r = z * (2.0 / 21) + 2.0 / 19;
  r = r * z + 2.0 / 17;
  r = r * z + 2.0 / 15;
  r = r * z + 2.0 / 13;
  r = r * z + 2.0 / 11;
  r = r * z + 2.0 / 9;
  r = r * z + 2.0 / 7;
  r = r * z + 2.0 / 5;
  r = r * z + 2.0 / 3;
  r *= z;
  return k * 0x1.62e42fefa3800p-1 + (f - (half - (s * (half + r) + k * 0x1.ef35793c76730p-45)));
}

// Eight entries from `start`, or those that are left and 1 for the others.
INLINE vector KERNEL(loaded)(const double *values, ptrdiff_t start, ptrdiff_t count) {
  vector x = KERNEL(splat)(1);
  const ptrdiff_t width = count - start < steepness_block ? count - start : steepness_block;
  if (width == steepness_block) {
    __builtin_memcpy(&x, values + start, sizeof x);
  } else {
    __builtin_memcpy(&x, values + start, width * sizeof(double));
  }
  return x;
}

INLINE void KERNEL(stored)(vector x, double *values, ptrdiff_t start, ptrdiff_t count) {
  const ptrdiff_t width = count - start < steepness_block ? count - start : steepness_block;
  if (width == steepness_block) {
    __builtin_memcpy(values + start, &x, sizeof x);
  } else {
    __builtin_memcpy(values + start, &x, width * sizeof(double));
  }
}

INLINE vector KERNEL(root)(vector x) {
  vector root;
  for (int j = 0; j < steepness_block; ++j) root[j] = __builtin_sqrt(x[j]);
  return root;
}

TARGET static int KERNEL(line_slopes)(const double *x, ptrdiff_t cells, const steepness_line_cells *c) {
  bits positive = (bits)KERNEL(splat)(0) == 0;
  for (ptrdiff_t j = 0; j < cells; j += steepness_block) {
    const vector before = KERNEL(loaded)(x, j, cells), after = KERNEL(loaded)(x + 1, j, cells);
    vector width = after - before;
    const ptrdiff_t left = cells - j;
    if (left < steepness_block) {
      for (ptrdiff_t i = left; i < steepness_block; ++i) width[i] = 1;
    }
    positive &= width >= 0x1p-1022;
    KERNEL(stored)(KERNEL(logarithm)(width), c->log_cell, j, cells);
  }
  for (int j = 0; j < steepness_block; ++j) {
    if (!positive[j]) return 0;
  }
  for (ptrdiff_t end = 0; end < 2; ++end) {
    const ptrdiff_t j = end * (cells - 1);
    c->bend[j] = c->turn[j] = 0;
    c->log_slope[j] = c->log_cell[j];
    c->middle[j] = (x[j] + x[j + 1]) / 2;
  }
  const ptrdiff_t inner = cells - 2;
  for (ptrdiff_t j = 0; j < inner; j += steepness_block) {
    const vector low = KERNEL(loaded)(c->log_cell, j, inner);
    const vector here = KERNEL(loaded)(c->log_cell + 1, j, inner);
    const vector high = KERNEL(loaded)(c->log_cell + 2, j, inner);
    const vector left = KERNEL(loaded)(x + 1, j, inner), right = KERNEL(loaded)(x + 2, j, inner);
    const vector change = (high - low) * 0.5, second = high - 2.0 * here + low;
    const vector turn = change / KERNEL(root)(1.0 + change * change);
    KERNEL(stored)(change, c->bend + 1, j, inner);
    KERNEL(stored)(turn, c->turn + 1, j, inner);
    KERNEL(stored)(here - (second + change * change) / 24.0, c->log_slope + 1, j, inner);
    KERNEL(stored)((left + right) * 0.5 - (right - left) * turn * 0.125, c->middle + 1, j, inner);
  }
  return 1;
}

TARGET static void KERNEL(line_ratios)(
  const steepness_mixture *data, const double *log_prior, const double *latent_log_slope,
  ptrdiff_t cells, const steepness_line_cells *c, double *potential) {
  for (ptrdiff_t j = 0; j < cells; j += steepness_block) {
    const vector x = KERNEL(loaded)(c->middle, j, cells);
    vector greatest = KERNEL(splat)(-__builtin_inf());
    for (ptrdiff_t i = 0; i < data->count; ++i) {
      const vector distance = data->means[i] - x;
      greatest = KERNEL(larger)(
        greatest, data->offsets[i] - (0.5 * data->precisions[i]) * (distance * distance));
    }
    vector sum = {}, pull = {};
    for (ptrdiff_t i = 0; i < data->count; ++i) {
      const vector distance = data->means[i] - x;
      const vector share = KERNEL(exponential)(
        data->offsets[i] - (0.5 * data->precisions[i]) * (distance * distance) - greatest);
      sum += share;
      pull += share * distance * data->precisions[i];
    }
    // log g′ as a difference of its own, so that a linear generator has no error.
    const vector growth =
      KERNEL(loaded)(c->log_slope, j, cells) - KERNEL(loaded)(latent_log_slope, j, cells);
    const vector ratio =
      greatest + KERNEL(logarithm)(sum) - KERNEL(loaded)(log_prior, j, cells) + growth;
    KERNEL(stored)(pull / sum, c->score, j, cells);
    KERNEL(stored)(ratio, c->log_ratio, j, cells);
    if (potential) {
      const vector negative = KERNEL(smaller)(ratio, -ratio);
      const vector logarithm = KERNEL(logarithm)(1.0 + KERNEL(exponential)(negative));
      KERNEL(stored)(
        KERNEL(smaller)(ratio, KERNEL(splat)(0)) - logarithm + 0x1.62e42fefa39efp-1, potential, j,
        cells);
    }
  }
}

TARGET static void KERNEL(line_velocities)(
  const double *potential, const double *log_slope, ptrdiff_t cells, double *velocity) {
  // Nodes 2 … cells − 2 have two cells on either side.
  const ptrdiff_t inner = cells - 3;
  for (ptrdiff_t j = 0; j < inner; j += steepness_block) {
    vector w[4], s[4];
    for (int q = 0; q < 4; ++q) {
      w[q] = KERNEL(loaded)(potential + q, j, inner);
      s[q] = KERNEL(loaded)(log_slope + q, j, inner);
    }
    const vector slope = (27.0 * (w[2] - w[1]) - (w[3] - w[0])) / 24.0;
    const vector mean = (9.0 * (s[1] + s[2]) - (s[0] + s[3])) * 0.0625;
    const vector inverse = KERNEL(exponential)(KERNEL(smaller)(-mean, KERNEL(splat)(709)));
    KERNEL(stored)(slope * inverse, velocity + 2, j, inner);
  }
  for (ptrdiff_t end = 0; end < 2; ++end) {
    const ptrdiff_t cell = end * (cells - 2);
    const double mean = (log_slope[cell] + log_slope[cell + 1]) / 2;
    velocity[cell + 1] =
      (potential[cell + 1] - potential[cell]) * KERNEL(exponential)(KERNEL(splat)(-mean))[0];
  }
}

#undef vector
#undef bits
#undef INLINE
