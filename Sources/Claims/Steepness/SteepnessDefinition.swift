import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepnessInvariance: Claim {
  let id = "definition-2.1-invariance"
  let title = "Steepness is invariant under orthogonal changes of coordinates"
  let source = "Definition 2.1 and the sentence before it, section 2.3"
  let statement = """
    S_{U∘g∘V}(z) = S_g(Vz) for orthogonal U and V, in the data and in the latent space
    """
  let hypotheses = ["g is continuously differentiable", "U and V are orthogonal"]

  var families: [any Statement] {
    [PlanarInvariance(form: .orthogonal)] as [any Statement]
      + [SpatialInvariance(isOrthogonal: true)]
  }
  var control: Control {
    Control("V a shear", families: [PlanarInvariance(form: .shear)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        but not under a change of units: with factors a, b > 0, S_{a·U∘g∘(b·V)}(z) = a·b·S_g(b·Vz), so that data in \
        other units have another steepness
        """,
        families: [PlanarInvariance(form: .scaled)],
        control: Control(
          "without the factor b", families: [PlanarInvariance(form: .scaledOnce)]))
    ]
  }

  let remarks = [
    """
    Searched in the plane with g quadratic, U and V rotations and reflections, and in three dimensions with the invariants of \
    JᵀJ, whose largest root of the characteristic polynomial is S_g². That the spectral norm is orthogonally invariant in every \
    dimension is textbook knowledge.
    """
  ]
  let recorded = Verdict.supported
}

struct NoiseDimension: Claim {
  let id = "assumption-2.2"
  let title = "Noise in the dimension of the data suffices"
  let source = "Assumption 2.2, section 2.4"
  let statement = """
    with p_z = N(0, I_n), n the dimension of the data, a smooth injective g with g_#p_z = p_data exists for every mixture of \
    Assumption 2.1
    """
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²·I)", "p_z = N(0, I_n)"]

  var families: [any Statement] {
    (2...3).map { PlaneMapStatement(count: $0, form: .density(1)) }
  }
  var control: Control {
    Control("with twice the density", families: [PlaneMapStatement(count: 2, form: .density(2))])
  }

  let remarks = [
    """
    The assumption is consistent with Assumption 2.1: the triangular map is smooth and bijective in every dimension. Searched in \
    the plane, where p_data(g(z))·|det J_g(z)| = p_z(z).
    """,
    "Theorem 3.2 replaces p_z by a truncated Gaussian, for which no continuous g exists on the closed ball; it is another assumption.",
  ]
  let recorded = Verdict.supported
}

/// A rotation by t ↦ ((1 − t²)/(1 + t²), 2t/(1 + t²)), or the reflection with the same first column.
private func orthogonal<T: Scalar>(_ t: T, isReflection: Bool) -> [[T]] {
  let scale = T(1) + t.squared
  let (cosine, sine) = ((T(1) - t.squared) / scale, T(2) * t / scale)
  return isReflection ? [[cosine, sine], [sine, -cosine]] : [[cosine, -sine], [sine, cosine]]
}

private func product<T: Scalar>(_ rows: [[T]], _ vector: [T]) -> [T] {
  rows.map { row in zip(row, vector).reduce(T.zero) { $0 + $1.0 * $1.1 } }
}

/// The norm of the Jacobian of U∘g∘V at a point, g quadratic in the plane.
private struct PlanarInvariance: Statement {
  enum Form {
    case orthogonal, shear, scaled, scaledOnce
  }

  let form: Form

  var variables: [Variable] {
    (1...4).map { Variable("m\($0)", from: -3, to: 3) } + [
      Variable("q", from: -2, to: 2), Variable("t", from: -3, to: 3),
      Variable("u", from: -3, to: 3),
      Variable("z1", from: -2, to: 2), Variable("z2", from: -2, to: 2),
      Variable("a", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("b", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "U is a reflection, V a rotation, or a shear for the control")]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let entries = instance["m", 4]
    func generator<T: Scalar>(_ point: [T], _ lift: (S) -> T) -> [T] {
      let bend = lift(instance["q"]) * point[0] * point[1]
      return [
        lift(entries[0]) * point[0] + lift(entries[1]) * point[1] + bend,
        lift(entries[2]) * point[0] + lift(entries[3]) * point[1] - bend,
      ]
    }
    let isScaled = form == .scaled || form == .scaledOnce
    let (outerScale, innerScale) = isScaled ? (instance["a"], instance["b"]) : (S(1), S(1))
    func inner<T: Scalar>(_ point: [T], _ lift: (S) -> T) -> [T] {
      let rows =
        form == .shear
        ? [[T(1), lift(instance["u"])], [T.zero, T(1)]]
        : orthogonal(lift(instance["u"]), isReflection: false)
      return product(rows, point).map { lift(innerScale) * $0 }
    }
    let lift: (S) -> Jet<S> = { Jet(constant: $0) }
    let point = instance["z", 2]
    let composite = jacobian(at: point) { point in
      product(
        orthogonal(lift(instance["t"]), isReflection: true), generator(inner(point, lift), lift)
      )
      .map { lift(outerScale) * $0 }
    }
    let moved = inner(point) { $0 }
    let original = jacobian(at: moved) { generator($0, lift) }
    let factor = form == .scaledOnce ? outerScale : outerScale * innerScale
    return .equal([
      (left: planarSpectralNorm(composite), right: factor * planarSpectralNorm(original))
    ])
  }
}

/// The invariants of JᵀJ under U·J·V with U and V products of two Householder reflections in three dimensions.
private struct SpatialInvariance: Statement {
  let isOrthogonal: Bool

  var variables: [Variable] {
    (1...9).map { Variable("m\($0)", from: -3, to: 3) }
      + (1...3).map { Variable("u\($0)", from: Rational(1, 10), to: 3) }
      + (1...3).map { Variable("v\($0)", from: Rational(1, 10), to: 3) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis(
        byConstruction:
          "U and V reflect along u and v; every orthogonal matrix is a product of such")
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let entries = instance["m", 9]
    let matrix = [Array(entries[0..<3]), Array(entries[3..<6]), Array(entries[6..<9])]
    let outer = reflection(instance["u", 3])
    let inner = reflection(instance["v", 3])
    let changed = times(times(outer, matrix), inner)
    return .equal(
      zip(invariants(changed), invariants(matrix)).map { (left: $0, right: $1) })
  }

  private func reflection<S: Scalar>(_ axis: [S]) -> [[S]] {
    let length = axis.reduce(S.zero) { $0 + $1.squared }
    return (0..<3).map { row in
      (0..<3).map { column in
        S(row == column ? 1 : 0) - S(2) * axis[row] * axis[column] / length
      }
    }
  }

  private func times<S: Scalar>(_ left: [[S]], _ right: [[S]]) -> [[S]] {
    (0..<3).map { row in
      (0..<3).map { column in
        (0..<3).reduce(S.zero) { $0 + left[row][$1] * right[$1][column] }
      }
    }
  }

  /// Trace of JᵀJ, trace of its square, and det J squared: they fix the characteristic polynomial of JᵀJ.
  private func invariants<S: Scalar>(_ matrix: [[S]]) -> [S] {
    let transposed = (0..<3).map { row in (0..<3).map { matrix[$0][row] } }
    let gram = times(transposed, matrix)
    let square = times(gram, gram)
    let (second, third) = (matrix[1], matrix[2])
    let minors: [S] = (0..<3).map { column in
      let (next, last) = ((column + 1) % 3, (column + 2) % 3)
      return second[next] * third[last] - second[last] * third[next]
    }
    let determinant = (0..<3).reduce(S.zero) { $0 + matrix[0][$1] * minors[$1] }
    return [
      (0..<3).reduce(S.zero) { $0 + gram[$1][$1] }, (0..<3).reduce(S.zero) { $0 + square[$1][$1] },
      determinant.squared,
    ]
  }
}
