/// What the tests' functions throw, to see it come out unchanged.
struct Interruption: Error, Equatable {}
