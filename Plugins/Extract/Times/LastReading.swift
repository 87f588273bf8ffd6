/// What was read at the place that was asked for last: a point, an interval and a length from somewhere all begin with the same
/// reading, which is made once.
final class LastReading<Reading> {
    private var place = -1
    private var reading: Reading?

    /// - Parameters:
    ///   - place: A token or an offset.
    ///   - read: Reads there; it tells the same each time.
    func reading(at place: Int, _ read: () -> Reading?) -> Reading? {
        if place != self.place {
            reading = read()
            self.place = place
        }
        return reading
    }
}
