import GANTheory
import Scalars
import Testing
@Suite struct `Scratch derivations` {
  @Test func `show all`() {
    for d in Derivation.all {
      print(d.name, d.decision, d.isControlRefuted, "\n   printed", d.printed, "\n   derived", d.derived, "\n   quotient", d.quotient, "  difference", d.difference)
    }
  }
}
