using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>What a run was asked for, read back from the tables of its plan. What a file does not say has its default.</summary>
internal static class StoredOptions
{
    private static readonly ProposalOptions Defaults = new();

    /// <summary>The options.</summary>
    /// <param name="said">The parameters by name.</param>
    /// <param name="record">The record of the run by name.</param>
    public static ProposalOptions From(Dictionary<string, string> said, Dictionary<string, string> record)
    {
        var tolerance = Number(said, "udb_tolerance_m");
        var origin = said.GetValueOrDefault("udb_tolerance_origin");
        return new ProposalOptions
        {
            Lambda = Number(said, "lambda") ?? Defaults.Lambda,
            MinimumArea = Number(said, "minimum_area_m2") ?? Defaults.MinimumArea,
            MaximumArea = Number(said, "maximum_area_m2") ?? Defaults.MaximumArea,
            NeedThreshold = Number(said, "need_threshold") ?? Defaults.NeedThreshold,
            StreetWidth = Number(said, "street_width_m") ?? Defaults.StreetWidth,
            MinimumContact = Number(said, "minimum_contact_m") ?? Defaults.MinimumContact,
            ElectiveDemolitionLimit = Number(said, "elective_demolition_limit") ?? Defaults.ElectiveDemolitionLimit,
            ElectivePurpose = said.GetValueOrDefault("elective_purpose") ?? "",
            DemolitionWorth = Number(said, "demolition_worth") ?? Defaults.DemolitionWorth,
            NewFloorAreaWorth = Number(said, "new_floor_area_worth") ?? Defaults.NewFloorAreaWorth,
            PaddingNeed = Number(said, "padding_need") ?? Defaults.PaddingNeed,
            RenovationAge = Whole(said, "renovation_age_years") ?? Defaults.RenovationAge,
            ReferenceYear = Whole(said, "reference_year"),
            UdbTolerance = origin == "given" ? tolerance : null,
            EstimatedUdbTolerance = origin == "estimated" ? tolerance : null,
            LockedIn = Ids(said, "locked_in"),
            LockedOut = Ids(said, "locked_out"),
            Stated = StatedRows.From(said),
            Seed = record.TryGetValue("seed", out var seed) ? long.Parse(seed, CultureInfo.InvariantCulture) : Defaults.Seed,
        };
    }

    /// <summary>A number; null where the file says none.</summary>
    /// <exception cref="StoreException">What it says is none.</exception>
    public static double? Number(Dictionary<string, string> said, string name) =>
        !said.TryGetValue(name, out var text) || text.Length == 0 ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new StoreException("the plan", $"What it says of {name} is no number: {text}.", "Write the plan anew, or take it from a copy that nobody touched.");

    private static int? Whole(Dictionary<string, string> said, string name) => (int?)Number(said, name);

    private static string[] Ids(Dictionary<string, string> said, string name) =>
        said.TryGetValue(name, out var text) && text.Length > 0 ? text.Split(';') : [];
}
