import GANTheory
import Scalars

extension CertifiedCells {
  /// Where the greatest slope is: one place, or several that are equally steep as far as is known.
  func places(of greatest: GreatestSteepness, _ parameters: MixtureParameters) -> [(String, String)]
  {
    if greatest.isConstant { return [("steepest z", "everywhere alike: the map is affine")] }
    // A mixture that is its own mirror image has its only maximum at the centre.
    if greatest.points.count == 1, let centre = parameters.centreOfSymmetry {
      return [("steepest z", "0"), ("steepest g(z)", position(Ball(centre)))]
    }
    if greatest.points.isEmpty { return [] }
    return [
      ("steepest z", greatest.points.map { position($0.latent) }.joined(separator: " and ")),
      ("steepest g(z)", greatest.points.map { position($0.output) }.joined(separator: " and ")),
    ]
  }

  /// Why the greatest slope is undecided, and what is known of it; nil where it is decided.
  func doubt(about greatest: GreatestSteepness) -> String? {
    guard let reservation = greatest.reservation else { return nil }
    let scale = Ball.log(Ball(10))
    let lower = NumberText.sixDigits((greatest.logSteepness.lowerEnd / scale).lowerBound)
    let upper = NumberText.sixDigits((greatest.logSteepness.upperEnd / scale).upperBound)
    return "\(reservation); its log10 lies between \(lower) and \(upper)"
  }
}
