namespace CityRenewal.Geo.Benchmarks;

/// <summary>What several runs of one operation took.</summary>
/// <param name="Suite">Suite that it belongs to.</param>
/// <param name="Operation">What was done, in words a planner's IT would understand.</param>
/// <param name="Who">"ours", or the peer's name and version.</param>
/// <param name="Parcels">Size of the city.</param>
/// <param name="Features">Features that the operation handled, for the cost per feature.</param>
/// <param name="WallSeconds">Wall seconds of each run, ascending.</param>
/// <param name="CpuSeconds">Processor seconds of each run, ascending; empty for a peer in another process.</param>
/// <param name="Note">What a reader must know to judge the figure.</param>
public sealed record Trial(
    string Suite, string Operation, string Who, int Parcels, long Features,
    IReadOnlyList<double> WallSeconds, IReadOnlyList<double> CpuSeconds, string Note)
{
    /// <summary>Median wall seconds.</summary>
    public double Median => WallSeconds[WallSeconds.Count / 2];

    /// <summary>Median processor seconds; null where not measured.</summary>
    public double? MedianCpu => CpuSeconds.Count == 0 ? null : CpuSeconds[CpuSeconds.Count / 2];

    /// <summary>Median wall nanoseconds for one feature.</summary>
    public double NanosecondsPerFeature => Features == 0 ? 0 : Median * 1e9 / Features;
}
