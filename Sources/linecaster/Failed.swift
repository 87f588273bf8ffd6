import ArgumentParser
struct Failed: ParsableCommand { func run() throws {} }
