namespace CityRenewal.Geo.Benchmarks.Editing;

/// <summary>Seconds of splits, and of what follows each.</summary>
/// <param name="Splits">The splits.</param>
/// <param name="Edits">The edit right after each.</param>
/// <param name="Undos">Taking each back.</param>
/// <param name="Redos">Making each again.</param>
internal sealed record SplitTimes(
    List<(double Wall, double Cpu)> Splits, List<(double Wall, double Cpu)> Edits, List<(double Wall, double Cpu)> Undos, List<(double Wall, double Cpu)> Redos);
