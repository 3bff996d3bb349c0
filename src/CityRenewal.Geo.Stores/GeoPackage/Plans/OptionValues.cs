using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The options of a plan as its table of parameters keeps them, read back.</summary>
internal sealed class OptionValues(string path, IReadOnlyDictionary<string, string> values)
{
    /// <summary>The options; what the table lacks keeps its default.</summary>
    /// <param name="seed">The seed, which stands in the record of the run.</param>
    public ProposalOptions ToOptions(long seed)
    {
        var defaults = new ProposalOptions();
        var tolerance = values.ContainsKey("udb_tolerance_m") ? Number("udb_tolerance_m", 0) : (double?)null;
        return defaults with
        {
            Lambda = Number("lambda", defaults.Lambda),
            MinimumArea = Number("minimum_area_m2", defaults.MinimumArea),
            MaximumArea = Number("maximum_area_m2", defaults.MaximumArea),
            NeedThreshold = Number("need_threshold", defaults.NeedThreshold),
            StreetWidth = Number("street_width_m", defaults.StreetWidth),
            MinimumContact = Number("minimum_contact_m", defaults.MinimumContact),
            ElectiveDemolitionLimit = Number("elective_demolition_limit", defaults.ElectiveDemolitionLimit),
            ElectivePurpose = values.GetValueOrDefault("elective_purpose", ""),
            DemolitionWorth = Number("demolition_worth", defaults.DemolitionWorth),
            NewFloorAreaWorth = Number("new_floor_area_worth", defaults.NewFloorAreaWorth),
            PaddingNeed = Number("padding_need", defaults.PaddingNeed),
            RenovationAge = (int)Number("renovation_age_years", defaults.RenovationAge),
            ReferenceYear = values.ContainsKey("reference_year") ? (int)Number("reference_year", 0) : null,

            // What was estimated from the layers then holds now: the plan is explained as it was made.
            UdbTolerance = tolerance,
            LockedIn = Ids("locked_in"),
            LockedOut = Ids("locked_out"),
            Stated = StatedRows.From(values),
            Seed = seed,
        };
    }

    private double Number(string name, double fallback) =>
        !values.TryGetValue(name, out var text) ? fallback
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new StoreException(path, $"The parameter {name} is no number: {text}.", "Write the plan anew with `renewal propose`.");

    private IReadOnlyList<string> Ids(string name) =>
        values.TryGetValue(name, out var text) ? text.Split(';', StringSplitOptions.RemoveEmptyEntries) : [];
}
