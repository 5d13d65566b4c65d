package import GANSimulator
import RealModule

/// A certificate of a network's steepness beside the steepness that data ask for.
package enum CertificateTable {
  /// - Parameter required: nil where no data are at hand.
  package static func table(
    _ certificate: SteepnessCertificate, of network: LoadedNetwork, required: RequiredSteepness?,
    seconds: Double, settings: CertificationSettings
  ) -> Table {
    var rows: [[Cell]] = [
      row("largest steepness seen", certificate.sampledMaximum, "sampled"),
      row("steepness there, at least", certificate.certifiedLower, "certified"),
      row("steepness in the box, at most", certificate.certifiedUpper, "certified"),
      row("the same before the box is cut", certificate.undividedUpper, "certified"),
    ]
    var notes = ["Weights, biases and slopes are taken as the exact numbers that the file holds."]
    if let required {
      if let printed = required.logPrinted {
        rows.append(row("needed somewhere, Theorem 3.1", Double.exp(printed), "proved"))
      }
      rows.append(
        row("needed somewhere, by half-spaces", Double.exp(required.logCertified), "certified"))
      notes.append(
        Double.log(certificate.certifiedUpper) < required.logCertified
          ? "In the box the network is nowhere as steep as a generator of these data is somewhere."
          : "The bound leaves room for the steepness that these data need.")
    }
    return Table(
      title: "Certified steepness of \(network.name)",
      columns: [
        Column("of ‖J_g(z)‖₂", alignment: .leading), Column("value"),
        Column("trust", alignment: .leading),
      ],
      rows: rows, note: notes.joined(separator: " "),
      metadata: [
        ("widths", network.widths.map(String.init).joined(separator: "-")),
        ("activation", network.activation.text),
        (
          "box",
          zip(certificate.box.lower, certificate.box.upper).map { "\($0):\($1)" }
            .joined(separator: ",")
        ),
        ("steepest point", certificate.point.map { "\($0)" }.joined(separator: ",")),
        ("boxes", "\(certificate.boxes)"), ("ending", certificate.ending.rawValue),
        ("relative gap", NumberText.sixDigits(certificate.relativeGap)),
        ("seconds", NumberText.sixDigits(seconds)), ("threads", "\(settings.threads)"),
        ("seed", "\(settings.seed)"),
      ])
  }

  private static func row(_ name: String, _ value: Double, _ trust: String) -> [Cell] {
    [.text(name), .number(value), .text(trust)]
  }
}
