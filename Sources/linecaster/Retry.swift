import ArgumentParser
import LinecasterService

/// `linecaster retry`: puts failed files back into their inbox.
struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Put failed files back into the inbox; safe while the daemon runs."
    )

    @OptionGroup var options: ConfigurationOptions
    @Argument(help: "The ids that 'linecaster failed' shows.") var ids: [String] = []
    @Flag(help: "Every file that failed.") var all = false

    func validate() throws {
        if ids.isEmpty != all { throw ValidationError("name the ids that 'linecaster failed' shows, or give --all") }
    }

    func run() throws {
        let failed = FailedFiles(try options.read())
        let chosen = all ? failed.failures : failed.failures.filter { ids.contains($0.id) }
        for id in ids where !chosen.contains(where: { $0.id == id }) { throw fail("no failed file has the id \(id)", .noInput) }
        for failure in chosen {
            do throws(FileError) {
                print("\(failure.path) -> \(try failed.retry(failure))")
            } catch {
                throw fail(error.description, .ioError)
            }
        }
        print(chosen.count == 1 ? "1 file is tried again" : "\(chosen.count) files are tried again")
    }
}
