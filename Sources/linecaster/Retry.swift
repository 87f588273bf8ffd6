import ArgumentParser
struct Retry: ParsableCommand { func run() throws {} }
