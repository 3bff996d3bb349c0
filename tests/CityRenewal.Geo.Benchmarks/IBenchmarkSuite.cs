namespace CityRenewal.Geo.Benchmarks;

/// <summary>The hot operations of one folder of the engine, beside what peers need for the same work.</summary>
public interface IBenchmarkSuite
{
    /// <summary>The word to select the suite by: overlay, fabric, graph, …</summary>
    string Name { get; }

    /// <summary>Measures every operation of the suite on a city of that many parcels and writes into the book.</summary>
    void Run(TrialBook book, int parcels);
}
