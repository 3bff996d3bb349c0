using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>What goes wrong with buildings.</summary>
internal static class BuildingDefects
{
    private const int Raster = 12;
    private const double ClearlyOff = 0.15;

    private const double Usual = 3;

    /// <summary>All kinds. No storeys below zero: an import reads them as storeys below ground.</summary>
    public static IReadOnlyList<Planting> Kinds { get; } =
    [
        new("duplicate_id", Usual, DuplicateId),
        new("shifted_building", Usual, ShiftedBuilding),
        new("outside_all_parcels", Usual, OutsideAllParcels),
        new("duplicate_geometry", Usual, DuplicateGeometry),
        new("self_intersection", Usual, OutlineDefects.SelfIntersection),
        new("null_geometry", Usual, OutlineDefects.NullGeometry),
        new("missing_storeys", Usual, Set("", ("storeys_above", null))),
        new("missing_year", Usual, Set("", ("year_built", null))),
        new("bad_storeys", Usual, OneOf(("storeys_above", 999), ("storeys_above", 501))),
        new("bad_year", Usual, OneOf(("year_built", 2999), ("year_built", 197))),
        new("bad_danger", Usual, Set("E", ("danger_grade", "E"))),
        new("missing_parcel_ref", Usual, Set("", ("parcel_id", null))),
        new("dangling_parcel_ref", Usual, Set("9999-9999", ("parcel_id", "9999-9999"))),
        new("negative_number", Usual, OneOf(("households", -4), ("people", -12))),
        new("renewed_before_built", Usual, Set("renewed 1975, built 1996", ("renewed_year", 1975), ("year_built", 1996))),
        new("people_without_households", Usual, Set("57 people, 0 households", ("people", 57), ("households", 0))),
        new("floor_area_contradiction", Usual, FloorAreaMismatch),
        new("illegal_beyond_floor_area", Usual, IllegalAreaExceeds),
    ];

    private static string? ShiftedBuilding(Site site, ref Dice dice)
    {
        var moved = Outlines.Moved(site.Outline, new Spot(6, 4));
        var parcel = site.Town.Parcel((string)site.Layer.Value(site.Row, "parcel_id")!).Open;
        if (ShareOff(parcel, moved) < ClearlyOff)
        {
            // So little over the border looks like a sound building that stands on it.
            return null;
        }

        site.Feature.SetShell(moved);
        site.Box = site.Box.With(SpotBox.Of(moved));
        return "+6,+4 m";
    }

    // Counted on a raster of spots, which is near enough.
    private static double ShareOff(List<Spot> parcel, List<Spot> footprint)
    {
        var box = SpotBox.Of(footprint);
        int inside = 0, off = 0;
        for (var i = 0; i < Raster * Raster; i++)
        {
            var spot = new Spot(
                box.MinX + ((box.MaxX - box.MinX) * ((i % Raster) + 0.5) / Raster), box.MinY + ((box.MaxY - box.MinY) * ((i / Raster) + 0.5) / Raster));
            if (Outlines.Contains(footprint, spot))
            {
                inside++;
                off += Outlines.Contains(parcel, spot) ? 0 : 1;
            }
        }

        return inside > 0 ? (double)off / inside : 0;
    }

    // Into the fields around the town, each to a place of its own.
    private static string? OutsideAllParcels(Site site, ref Dice dice)
    {
        var extent = site.Town.Extent;
        var place = new Spot(extent.MaxX + dice.Between(150.0, 400.0), dice.Between(extent.MinY, extent.MaxY));
        var by = (place - Outlines.Middle(site.Outline)).Rounded;
        site.Feature.SetShell([.. Outlines.Moved(site.Outline, by).Select(spot => spot.Rounded)]);
        return "moved beyond the town";
    }

    private static string? DuplicateGeometry(Site site, ref Dice dice)
    {
        var origin = site.Layer.IdOf(site.Row);
        site.Row = site.Layer.Append(site.Feature.Copy());
        return $"of building_id {origin}";
    }

    private static string? DuplicateId(Site site, ref Dice dice)
    {
        var next = site.Row + 1;
        if (next >= site.Layer.Features.Count || site.Layer.Features[next].IsPlanted)
        {
            return null;
        }

        site.Layer.Features[next].IsPlanted = true;

        site.Layer.SetId(site.Row, site.Layer.IdOf(next));
        site.Box = site.Box.With(SpotBox.Of(site.Layer.Features[next].Open));
        return $"the id of fid {next + 1}";
    }

    private static string? FloorAreaMismatch(Site site, ref Dice dice)
    {
        var floorArea = site.Layer.Number(site.Row, "floor_area_m2");
        site.Layer.Set(site.Row, "floor_area_m2", Math.Round(floorArea * 10));
        return "ten times storeys × footprint";
    }

    private static string? IllegalAreaExceeds(Site site, ref Dice dice)
    {
        var floorArea = site.Layer.Number(site.Row, "floor_area_m2");
        site.Layer.Set(site.Row, "illegal_area_m2", Math.Round(floorArea * 1.5));
        return "illegal part larger than the building";
    }

    private static Planting.Act Set(string note, params (string Column, object? Value)[] values) => (Site site, ref Dice _) =>
    {
        foreach (var (column, value) in values)
        {
            site.Layer.Set(site.Row, column, value);
        }

        return note;
    };

    private static Planting.Act OneOf(params (string Column, object Value)[] values) => (Site site, ref Dice dice) =>
    {
        var (column, value) = values[dice.Between(0, values.Length - 1)];
        site.Layer.Set(site.Row, column, value);
        return $"{column} {value}";
    };
}
