using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>
/// What a report may tell. A public one sums up: counts below three are told as "&lt;3", and a number that rests on fewer
/// than three buildings is not told at all, since it would be told of them.
/// </summary>
/// <param name="IsPublic">Whether everybody may see the report.</param>
public sealed record Disclosure(bool IsPublic)
{
    /// <summary>The smallest count that is told.</summary>
    public const int Least = 3;

    /// <summary>What stands in the place of a number that is not told.</summary>
    public const string Withheld = "不公布 withheld";

    // Everything that is no sum over one kind of disposition, of danger or of law; nothing is public that is not listed.
    private static readonly HashSet<string> PublicMeasures =
    [
        "gross_area_m2", "net_area_m2", "existing_floor_area_m2", "buildings", "households", "people", "gross_far", "net_far",
        "building_density", "people_per_hectare", "perimeter_m", "polsby_popper", "moment_of_inertia", "convex_hull_ratio", "reock",
    ];

    private static readonly HashSet<string> OfTheStock =
        ["existing_floor_area_m2", "households", "people", "gross_far", "net_far", "building_density", "people_per_hectare"];

    /// <summary>
    /// Whether a public version may be made of a city at all: who may see a layer is for people to say, and a program that sums up
    /// does not make a secret public.
    /// </summary>
    public static bool MayBePublic(City city) => city.Classification <= Classification.Internal;

    /// <summary>Whether a count is too small to be told.</summary>
    public bool Hides(double count) => IsPublic && count is > 0 and < Least;

    /// <summary>A count as it may be told.</summary>
    public string Count(double count) => Hides(count) ? $"<{Least}" : count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Whether a measure is listed at all.</summary>
    public bool Lists(string wire) => !IsPublic || PublicMeasures.Contains(wire);

    /// <summary>Whether the value of a measure may be told of an area of so many buildings.</summary>
    public bool Tells(string wire, int buildings) => !(OfTheStock.Contains(wire) && Hides(buildings));

    /// <summary>
    /// Whether the measured value of a finding may be told. What is demolished, dangerous or illegal may be one building's: then
    /// the verdict alone is told.
    /// </summary>
    public bool Tells(Finding finding)
    {
        var evidence = finding.Judgement.Evidence;
        return !IsPublic || finding.Judgement.Measured.Value is 0
            || (finding.Rule.Test is MeasureTest measure ? measure.Other.Length == 0 && PublicMeasures.Contains(measure.Measure)
                : evidence.Buildings.Count + evidence.Parcels.Count > 0 && evidence.Buildings.Count is 0 or >= Least && evidence.Parcels.Count is 0 or >= Least);
    }
}
