import ClaimKit
import Scalars
import Testing

@Suite struct `Variables` {
  @Test func `reach both ends of their range and never leave it`() {
    let gap = Variable("gap", from: 6, to: 40, scale: .logarithmic)
    #expect(gap.value(at: 0) == 6)
    #expect(gap.value(at: 1) == 40)
    for step in 0...100 {
      let value = gap.value(at: Double(step) / 100)
      #expect(value >= 6 && value <= 40)
    }
    #expect(gap.value(at: -1) == 6)
    #expect(gap.value(at: 2) == 40)
  }

  @Test func `spread evenly in their scale`() {
    let scale = Variable("σ", from: Rational(1, 100), to: 100, scale: .logarithmic)
    #expect(scale.value(at: 0.5) == 1)
    let line = Variable("x", from: -2, to: 2)
    #expect(line.value(at: 0.5) == 0)
    #expect(line.value(at: 0.75) == 1)
  }
}

@Suite struct `Decisions` {
  @Test func `follow Kleene's logic`() {
    let all: [Decision] = [.holds, .fails, .undecided]
    for decision in all {
      #expect((Decision.fails && decision) == .fails)
      #expect((Decision.holds && decision) == decision)
      #expect(!(!decision) == decision)
    }
    #expect((Decision.undecided && .undecided) == .undecided)
  }
}
