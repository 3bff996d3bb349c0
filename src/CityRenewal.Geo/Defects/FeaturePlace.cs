namespace CityRenewal.Geo.Defects;

/// <summary>Where a defect is: the feature, and a point of it in the file's reference system.</summary>
/// <param name="Layer">Layer of the city.</param>
/// <param name="Id">Id of the feature as given.</param>
/// <param name="Fid">Number of the feature in its file.</param>
/// <param name="X">East or longitude; NaN where there is no place.</param>
/// <param name="Y">North or latitude; NaN where there is no place.</param>
public readonly record struct FeaturePlace(string Layer, string Id, long Fid, double X, double Y)
{
    /// <summary>The file that it came in; empty where its layer came as one.</summary>
    public string File { get; init; } = "";

    /// <summary>A whole layer, not one of its features.</summary>
    public static FeaturePlace WholeLayer(string layer) => new(layer, "", -1, double.NaN, double.NaN);
}
