// Included once for each type and set of instructions, with T, KERNEL(name), TARGET, VECTOR_BYTES and TALL
// defined: the type of numbers, the name of a kernel, its instructions, the length of their vectors and
// how many rows of a product are formed at once.

typedef T KERNEL(vector) __attribute__((vector_size(VECTOR_BYTES)));
typedef T KERNEL(loose) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
typedef int64_t KERNEL(mask) __attribute__((vector_size(VECTOR_BYTES)));

#define vector KERNEL(vector)
#define loose KERNEL(loose)
#define INLINE TARGET static inline __attribute__((always_inline))
#define LANES (VECTOR_BYTES / NUMBER_BYTES)
#define PANEL (128 / NUMBER_BYTES)

INLINE vector KERNEL(loaded)(const T *from) { return (vector)*(const loose *)from; }
INLINE void KERNEL(put)(T *to, vector value) { *(loose *)to = (loose)value; }

// value where the condition is > 0, slope·value elsewhere.
INLINE vector KERNEL(rectified)(vector condition, vector value, T slope) {
  const KERNEL(mask) isPositive = (KERNEL(mask))(condition > 0);
  return (vector)((isPositive & (KERNEL(mask))value) | (~isPositive & (KERNEL(mask))(slope * value)));
}

INLINE T KERNEL(finished)(const PRODUCT *job, T value, ptrdiff_t row, ptrdiff_t column) {
  switch (job->finish) {
    case steepness_add_bias: return value + job->bias[column];
    case steepness_rectify:
      value += job->bias[column];
      return value > 0 ? value : job->slope * value;
    case steepness_rectified_derivative:
      return job->activations[row / job->sharing * job->columns + column] > 0 ? value : job->slope * value;
    case steepness_tanh_derivative: {
      T activation = job->activations[row / job->sharing * job->columns + column];
      return value * (1 - activation * activation);
    }
    default: return value;
  }
}

INLINE vector KERNEL(finished_vector)(
  const PRODUCT *job, vector value, const T *bias, const T *activations) {
  switch (job->finish) {
    case steepness_add_bias: return value + KERNEL(loaded)(bias);
    case steepness_rectify:
      value += KERNEL(loaded)(bias);
      return KERNEL(rectified)(value, value, job->slope);
    case steepness_rectified_derivative:
      return KERNEL(rectified)(KERNEL(loaded)(activations), value, job->slope);
    case steepness_tanh_derivative: {
      vector activation = KERNEL(loaded)(activations);
      return value * (1 - activation * activation);
    }
    default: return value;
  }
}

// Forms `count` × two vectors of C from `depth` steps, each sum in order of k; not the first steps go on
// from C, not the last leave it unfinished.
INLINE void KERNEL(tile)(
  const PRODUCT *job, const int count, const T *a, const T *b, ptrdiff_t depth, ptrdiff_t row,
  ptrdiff_t column, int is_first, int is_last) {
  vector sum[TALL][2];
  // Where the last columns of C do not fill the vectors, they are read from and written to here.
  T edge[TALL][2 * LANES];
  T *c = job->c + row * job->c_row + column;
  const ptrdiff_t width = job->columns - column < 2 * LANES ? job->columns - column : 2 * LANES;
  const int is_whole = width == 2 * LANES;
  if (is_first) {
#pragma clang loop unroll(full)
    for (int r = 0; r < count; ++r) sum[r][0] = sum[r][1] = (vector){};
  } else {
    if (!is_whole) {
      for (int r = 0; r < count; ++r) {
        for (int j = 0; j < 2 * LANES; ++j) edge[r][j] = j < width ? c[r * job->c_row + j] : 0;
      }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < count; ++r) {
      const T *from = is_whole ? c + r * job->c_row : edge[r];
      sum[r][0] = KERNEL(loaded)(from);
      sum[r][1] = KERNEL(loaded)(from + LANES);
    }
  }
  const ptrdiff_t stride = job->a_row, step = job->a_depth;
  for (ptrdiff_t k = 0; k < depth; ++k) {
    const vector left = *(const vector *)b, right = *(const vector *)(b + LANES);
    const T *factor = a;
#pragma clang loop unroll(full)
    for (int r = 0; r < count; ++r) {
      sum[r][0] += *factor * left;
      sum[r][1] += *factor * right;
      factor += stride;
    }
    a += step;
    b += PANEL;
  }
  if (is_whole) {
    const T *bias = job->bias + column;
#pragma clang loop unroll(full)
    for (int r = 0; r < count; ++r) {
      if (is_last && job->finish) {
        const T *activations = job->activations + (row + r) / job->sharing * job->columns + column;
        sum[r][0] = KERNEL(finished_vector)(job, sum[r][0], bias, activations);
        sum[r][1] = KERNEL(finished_vector)(job, sum[r][1], bias + LANES, activations + LANES);
      }
      KERNEL(put)(c + r * job->c_row, sum[r][0]);
      KERNEL(put)(c + r * job->c_row + LANES, sum[r][1]);
    }
    return;
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < count; ++r) {
    KERNEL(put)(edge[r], sum[r][0]);
    KERNEL(put)(edge[r] + LANES, sum[r][1]);
  }
  for (int r = 0; r < count; ++r) {
    for (int j = 0; j < width; ++j) {
      c[r * job->c_row + j] =
        is_last ? KERNEL(finished)(job, edge[r][j], row + r, column + j) : edge[r][j];
    }
  }
}

// The depth in blocks whose panels stay in the first cache.
#define DEPTH_BLOCK 192

TARGET static void KERNEL(multiply)(const PRODUCT *job) {
  for (ptrdiff_t from = 0; from == 0 || from < job->depth; from += DEPTH_BLOCK) {
    const ptrdiff_t depth = job->depth - from < DEPTH_BLOCK ? job->depth - from : DEPTH_BLOCK;
    const int is_first = from == 0, is_last = from + depth >= job->depth;
    for (ptrdiff_t column = 0; column < job->columns; column += 2 * LANES) {
      const T *b = job->panels + (column / PANEL * job->depth + from) * PANEL + column % PANEL;
      ptrdiff_t row = 0;
#define TILES(count)                                                                             \
  for (; row + (count) <= job->rows; row += (count)) {                                           \
    KERNEL(tile)(job, count, job->a + row * job->a_row + from * job->a_depth, b, depth, row,     \
                 column, is_first, is_last);                                                     \
  }
#if TALL > 8
      TILES(12)
      TILES(8)
#endif
      TILES(4)
      TILES(2)
      TILES(1)
#undef TILES
    }
  }
}

INLINE T KERNEL(total)(vector terms) {
  T sums[LANES];
  KERNEL(put)(sums, terms);
  for (int width = LANES / 2; width > 0; width /= 2) {
    for (int j = 0; j < width; ++j) sums[j] += sums[j + width];
  }
  return sums[0];
}

TARGET static void KERNEL(multiply_narrow)(const PRODUCT *job, const T *transposed) {
  const ptrdiff_t depth = job->depth, whole = depth / LANES * LANES;
  for (ptrdiff_t row = 0; row < job->rows; ++row) {
    const T *a = job->a + row * job->a_row;
    for (ptrdiff_t column = 0; column < job->columns; ++column) {
      const T *b = transposed + column * depth;
      vector sum = {}, other = {};
      ptrdiff_t k = 0;
      for (; k + 2 * LANES <= whole; k += 2 * LANES) {
        sum += KERNEL(loaded)(a + k) * KERNEL(loaded)(b + k);
        other += KERNEL(loaded)(a + k + LANES) * KERNEL(loaded)(b + k + LANES);
      }
      if (k < whole) sum += KERNEL(loaded)(a + k) * KERNEL(loaded)(b + k);
      T value = KERNEL(total)(sum + other);
      for (k = whole; k < depth; ++k) value += a[k] * b[k];
      job->c[row * job->c_row + column] = KERNEL(finished)(job, value, row, column);
    }
  }
}

// Lane j after blocks of `size` lanes were swapped across the diagonal, for the upper and the lower of two
// rows that lie `size` apart.
#define UPPER(j, size) ((j) & (size) ? LANES + (j) - (size) : (j))
#define LOWER(j, size) ((j) & (size) ? LANES + (j) : (j) + (size))
#if LANES == 16
#define ALL_LANES(which, size)                                                                   \
  which(0, size), which(1, size), which(2, size), which(3, size), which(4, size),                \
    which(5, size), which(6, size), which(7, size), which(8, size), which(9, size),              \
    which(10, size), which(11, size), which(12, size), which(13, size), which(14, size),         \
    which(15, size)
#elif LANES == 8
#define ALL_LANES(which, size)                                                                   \
  which(0, size), which(1, size), which(2, size), which(3, size), which(4, size),                \
    which(5, size), which(6, size), which(7, size)
#elif LANES == 4
#define ALL_LANES(which, size) which(0, size), which(1, size), which(2, size), which(3, size)
#else
#define ALL_LANES(which, size) which(0, size), which(1, size)
#endif
#define SWAP_BLOCKS(size)                                                                        \
  _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES; ++i) {                           \
    if (i & (size)) continue;                                                                    \
    const vector upper = row[i], lower = row[i + (size)];                                        \
    row[i] = __builtin_shufflevector(upper, lower, ALL_LANES(UPPER, size));                      \
    row[i + (size)] = __builtin_shufflevector(upper, lower, ALL_LANES(LOWER, size));             \
  }

// Writes the transpose of LANES × LANES numbers, in log₂ LANES rounds that swap blocks.
INLINE void KERNEL(transpose)(const T *from, ptrdiff_t stride, T *to) {
  vector row[LANES];
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; ++i) row[i] = KERNEL(loaded)(from + i * stride);
#if LANES >= 16
  SWAP_BLOCKS(8)
#endif
#if LANES >= 8
  SWAP_BLOCKS(4)
#endif
#if LANES >= 4
  SWAP_BLOCKS(2)
#endif
  SWAP_BLOCKS(1)
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; ++i) KERNEL(put)(to + i * PANEL, row[i]);
}

#undef SWAP_BLOCKS
#undef ALL_LANES
#undef UPPER
#undef LOWER

TARGET static void KERNEL(pack_rows)(
  const T *matrix, ptrdiff_t stride, ptrdiff_t depth, ptrdiff_t columns, ptrdiff_t first,
  ptrdiff_t last, T *panels) {
  for (ptrdiff_t start = 0; start < columns; start += PANEL) {
    const int width = (int)(columns - start < PANEL ? columns - start : PANEL);
    T *to = panels + start * depth + first * PANEL;
    for (ptrdiff_t k = first; k < last; ++k, to += PANEL) {
      const T *row = matrix + k * stride + start;
      if (width == PANEL) {
        __builtin_memcpy(to, row, sizeof(T) * PANEL);
      } else {
        for (int j = 0; j < PANEL; ++j) to[j] = j < width ? row[j] : 0;
      }
    }
  }
}

TARGET static void KERNEL(pack)(
  const T *matrix, ptrdiff_t stride, int is_transposed, ptrdiff_t depth, ptrdiff_t columns,
  ptrdiff_t first, ptrdiff_t last, T *panels) {
  const ptrdiff_t whole = depth / LANES * LANES;
  for (ptrdiff_t panel = first; panel < last; ++panel) {
    const ptrdiff_t start = panel * PANEL;
    const ptrdiff_t width = columns - start < PANEL ? columns - start : PANEL;
    T *to = panels + panel * depth * PANEL;
    if (!is_transposed) {
      KERNEL(pack_rows)(matrix + start, stride, depth, width, 0, depth, to);
      continue;
    }
    for (int j = 0; j < PANEL; j += LANES) {
      const int is_whole = j + LANES <= width;
      for (ptrdiff_t k = 0; is_whole && k < whole; k += LANES) {
        KERNEL(transpose)(matrix + (start + j) * stride + k, stride, to + k * PANEL + j);
      }
      for (int i = j; i < j + LANES; ++i) {
        for (ptrdiff_t k = is_whole ? whole : 0; k < depth; ++k) {
          to[k * PANEL + i] = i < width ? matrix[(start + i) * stride + k] : 0;
        }
      }
    }
  }
}

TARGET static void KERNEL(column_sums)(
  const T *matrix, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t first, ptrdiff_t last, T *sums) {
  ptrdiff_t column = first;
  for (; column + 4 * LANES <= last; column += 4 * LANES) {
    vector sum[4] = {};
    const T *from = matrix + column;
    for (ptrdiff_t row = 0; row < rows; ++row, from += stride) {
      for (int j = 0; j < 4; ++j) sum[j] += KERNEL(loaded)(from + j * LANES);
    }
    for (int j = 0; j < 4; ++j) KERNEL(put)(sums + column + j * LANES, sum[j]);
  }
  for (; column < last; ++column) {
    T sum = 0;
    for (ptrdiff_t row = 0; row < rows; ++row) sum += matrix[row * stride + column];
    sums[column] = sum;
  }
}

TARGET static void KERNEL(sgd)(
  T *parameters, T *velocity, const T *gradients, ptrdiff_t count, T rate, T momentum) {
  if (momentum == 0) {
    for (ptrdiff_t i = 0; i < count; ++i) parameters[i] -= rate * gradients[i];
    return;
  }
  for (ptrdiff_t i = 0; i < count; ++i) {
    velocity[i] = momentum * velocity[i] + gradients[i];
    parameters[i] -= rate * velocity[i];
  }
}

TARGET static void KERNEL(adam)(
  T *parameters, T *first, T *second, const T *gradients, ptrdiff_t count, T rate, T first_decay,
  T second_decay, T root_scale, T offset) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    const vector gradient = KERNEL(loaded)(gradients + i);
    const vector mean =
      first_decay * KERNEL(loaded)(first + i) + (1 - first_decay) * gradient;
    const vector square =
      second_decay * KERNEL(loaded)(second + i) + (1 - second_decay) * gradient * gradient;
    KERNEL(put)(first + i, mean);
    KERNEL(put)(second + i, square);
    KERNEL(put)(
      parameters + i,
      KERNEL(loaded)(parameters + i)
        - rate * mean / (__builtin_elementwise_sqrt(square) * root_scale + offset));
  }
  for (; i < count; ++i) {
    const T gradient = gradients[i];
    const T mean = first_decay * first[i] + (1 - first_decay) * gradient;
    const T square = second_decay * second[i] + (1 - second_decay) * gradient * gradient;
    first[i] = mean;
    second[i] = square;
    parameters[i] -= rate * mean / (ROOT(square) * root_scale + offset);
  }
}

#undef DEPTH_BLOCK
#undef PANEL
#undef LANES
#undef INLINE
#undef loose
#undef vector
