import ArgumentParser
import Foundation
import GANTheory
import ParticleFlow
import Scalars

/// The generator at time 0 on the command line.
struct StartOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "g′ at time 0 of a linear generator. (default: 1)")
  var initial: String?
  @Option(parsing: .unconditional, help: "g(0) at time 0 of a linear generator. (default: 0)")
  var centre: String?
  @Option(
    parsing: .unconditional,
    help: """
      Instead: the generator at time 0 as linear:a, linear:a,c (c + a·z), cubic:a,b (a·z + b·z³), tanh:a,b,s \
      (a·z + b·tanh(s·z)) or table:FILE with lines 'z,g', joined by a monotone interpolant.
      """)
  var start: String?

  /// The generator that the options describe.
  func generator() throws -> InitialGenerator {
    guard let start else {
      return try InitialGenerator(
        slope: try Vectors.positive(initial ?? "1", argument: "--initial").approximation,
        centre: try Vectors.number(centre ?? "0", argument: "--centre").approximation)
    }
    for (name, value) in [("--initial", initial), ("--centre", centre)] {
      if let value {
        throw InputError(
          argument: name, value: value, rule: "says the same as --start",
          remedy: "leave one of the two out")
      }
    }
    guard start.hasPrefix("table:") else { return try InitialGenerator(named: start) }
    return try Self.table(String(start.dropFirst(6)))
  }

  /// Points from a file: one 'z,g' a line; blank lines and lines that begin with '#' do not count.
  private static func table(_ path: String) throws -> InitialGenerator {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw InputError(
        argument: "--start", value: path, rule: "is no file that can be read",
        remedy: "name a text file with lines 'z,g'")
    }
    let points = try text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { line -> [Double] in
        let point = try Vectors.list(line, argument: "--start").map(\.approximation)
        guard point.count == 2 else {
          throw InputError(
            argument: "--start", value: line, rule: "is not a point 'z,g'",
            remedy: "write two numbers a line, such as 0.5,0.4")
        }
        return point
      }
    return try InitialGenerator(latents: points.map { $0[0] }, outputs: points.map { $0[1] })
  }
}
