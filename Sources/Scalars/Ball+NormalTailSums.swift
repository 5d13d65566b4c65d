import CFLINT
import RealModule

extension Ball {
  /// Both tails from one evaluation a component, each to the precision that its share of the sums needs.
  ///
  /// A component whose tail is 2⁻ᵏ of both sums is evaluated with k bits less, and enclosed between 0
  /// and exp(−u²/2)/2 where nothing is left to evaluate. The magnitudes that decide this are estimates:
  /// a bad one widens the enclosure and never falsifies it.
  ///
  /// - Accuracy: radii of a few units of 2^(−precision) relative to either sum.
  /// - Rigour: enclosure.
  public static func logNormalTailSums(
    _ count: Int, _ term: (Int) -> (weight: Ball, argument: Ball)
  ) -> (lower: Ball, upper: Ball) {
    precondition(count > 0, "count > 0")
    let terms = (0..<count).map(term)
    let (weights, arguments) = (terms.map(\.weight), terms.map(\.argument))
    // In bits: log₂ of the tails wᵢ·(1 − Φ|uᵢ|), of the weights, and of the two sums.
    let bitsPerUnit = 1 / Double.log(2)
    let weightBits = weights.map { Double.log($0.approximation) * bitsPerUnit }
    let tailBits = zip(weightBits, arguments).map { $0 + normalTailBits($1.approximation) }
    let isBelow = arguments.map { $0.approximation < 0 }
    func sumBits(_ isTail: (Bool) -> Bool) -> Double {
      var greatest = -Double.infinity
      for index in isBelow.indices {
        greatest = max(greatest, isTail(isBelow[index]) ? tailBits[index] : weightBits[index])
      }
      return greatest
    }
    let smallerSumBits = min(sumBits { $0 }, sumBits { !$0 })

    var (lower, upper) = (Ball.zero, Ball.zero)
    // A point half-way between two components is as far from one as from the other: one evaluation.
    var previous: (magnitude: Ball, bits: Double, tail: Ball)?
    for index in weights.indices {
      let magnitude = isBelow[index] ? zero - arguments[index] : arguments[index]
      let bits = Double(precision) + tailBits[index] - smallerSumBits
      let isRepeated = previous.map { $0.magnitude == magnitude && $0.bits >= bits } ?? false
      let shared = isRepeated ? previous?.tail : nil
      let upperTail = shared ?? normalUpperTail(magnitude, bits: bits)
      previous = (magnitude, bits, upperTail)
      let tail = weights[index] * upperTail
      let rest = weights[index] - tail
      lower += isBelow[index] ? tail : rest
      upper += isBelow[index] ? rest : tail
    }
    return (log(lower), log(upper))
  }

  /// About log₂(1 − Φ|u|).
  static func normalTailBits(_ argument: Double) -> Double {
    let size = argument.magnitude
    return -(size * size / 2 + Double.log(2 + 2.5 * size)) / Double.log(2)
  }

  /// 1 − Φ(u) to about `bits` bits, for a ball whose midpoint is not negative.
  static func normalUpperTail(_ argument: Ball, bits: Double) -> Ball {
    if bits < 8, argument.isPositive == .holds {
      return $precision.withValue(32) {
        hull(zero, (exp(zero - argument.squared / Ball(2)) / Ball(2)).upperEnd)
      }
    }
    // Not a number where the argument is none.
    let needed = bits.isNaN ? precision : Int(min(max(bits, 16) + 16, Double(precision)))
    return $precision.withValue(needed) { normalUpperTail(argument) }
  }
}
