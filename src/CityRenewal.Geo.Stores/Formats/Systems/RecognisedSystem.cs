using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What a reference system's text was recognised as.</summary>
/// <param name="Epsg">Code of the supported system; null where there is a question left.</param>
/// <param name="Reason">By what it was recognised, or why it was not.</param>
/// <param name="Candidates">Supported systems that come near, where it was not recognised.</param>
internal sealed record RecognisedSystem(int? Epsg, string Reason, IReadOnlyList<int> Candidates)
{
    /// <summary>China's old datum that the text is on; null where it is another.</summary>
    public ChineseDatum? OldDatum { get; init; }

    /// <summary>The system on that datum; null where its projection is none of ours.</summary>
    public ReferenceSystem? OldSystem { get; init; }

    public static RecognisedSystem As(int epsg, string reason) => new(epsg, reason, [epsg]);

    public static RecognisedSystem Unknown(string reason, params int[] candidates) => new(null, reason, candidates);
}
