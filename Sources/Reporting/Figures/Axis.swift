import Foundation

/// An axis: what it shows and which part of the line.
struct Axis: Sendable {
  var label: String
  var logarithmic: Bool
  var range: ClosedRange<Double>

  /// An axis that shows all of the values that it can show, with a margin where asked.
  ///
  /// - Edge cases: nil where no value can be shown; a single value gets a range around it. Values
  ///   of huge magnitude are cut at 10³⁰⁰, beyond which gnuplot's arithmetic overflows.
  init?(
    label: String, logarithmic: Bool, values: some Sequence<Double>, margin: Double,
    fixed: ClosedRange<Double>?
  ) {
    self.label = label
    self.logarithmic = logarithmic
    if let fixed {
      range = fixed
      return
    }
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where Self.shows(value, logarithmic: logarithmic) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return nil }
    if logarithmic {
      let (first, last) = (log10(low), log10(high))
      let extra = last - first > 0 ? (last - first) * margin : 0.5
      range = pow(10, first - extra)...pow(10, last + extra)
    } else {
      let extra = high > low ? (high - low) * margin : low == 0 ? 1 : abs(low) * 0.1
      range = (low - extra)...(high + extra)
    }
  }

  /// Whether a value can be placed on such an axis.
  static func shows(_ value: Double, logarithmic: Bool) -> Bool {
    value.isFinite && abs(value) <= 1e300 && (!logarithmic || value > 1e-300)
  }

  /// Where a value lies, from 0 at the low end to 1 at the high end.
  func fraction(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    return logarithmic
      ? (log10(value) - log10(low)) / (log10(high) - log10(low)) : (value - low) / (high - low)
  }

  /// The gnuplot commands for the axis with a letter.
  func commands(_ letter: String) -> String {
    var text = "set \(letter)range [\(range.lowerBound):\(range.upperBound)]\n"
    // The label of the x axis is placed with the legend, by the panel's layout.
    if letter != "x" { text += "set \(letter)label \(GnuplotText.quoted(label))\n" }
    guard logarithmic else { return text + "set format \(letter) '%h'\n" }
    text += "set logscale \(letter) 10\n"
    let (first, last) = (log10(range.lowerBound), log10(range.upperBound))
    if last - first >= 2.2 {
      return text + "set format \(letter) '10^{%T}'\n"
    }
    var places: [Double] = []
    for decade in Int(first.rounded(.down))...Int(last.rounded(.up)) {
      let digits = last - first > 0.7 ? [1.0, 2, 5] : [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
      places += digits.map { $0 * pow(10, Double(decade)) }.filter(range.contains)
    }
    let marks = places.map { "'\(NumberText.sixDigits($0))' \($0)" }
    return text + "set \(letter)tics (\(marks.joined(separator: ", ")))\n"
  }
}
