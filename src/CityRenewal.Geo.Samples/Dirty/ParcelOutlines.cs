using System.Globalization;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>What goes wrong with the outlines of parcels.</summary>
internal static class ParcelOutlines
{
    private const double Rare = 0.3;
    private const double Usual = 1.4;

    /// <summary>All kinds; those that need most of their surroundings come first, while there is room.</summary>
    public static IReadOnlyList<Planting> Kinds { get; } =
    [
        new("duplicate_id", Usual, DuplicateId),
        new("gap", 2, Gap),
        new("overlap", 2, Overlap),
        new("multipart_parcel", Usual, Multipart),
        new("unnoded_vertex", 3, UnnodedVertex),
        new("sliver", 2, Sliver),
        new("duplicate_geometry", Usual, DuplicateGeometry),
        new("duplicate_rotated", Usual, DuplicateRotated),
        new("offset_mm", 3, OffsetMm),
        .. OutlineDefects.Kinds(Usual, Rare),
    ];

    // The next row keeps its id, so both stand under the one id.
    private static string? DuplicateId(Site site, ref Dice dice)
    {
        var next = site.Row + 1;
        if (!site.Town.IsVacant(site) || next >= site.Layer.Features.Count || site.Layer.Features[next].IsPlanted)
        {
            return null;
        }

        site.Layer.Features[next].IsPlanted = true;

        var twin = site.Layer.IdOf(next);
        site.Layer.SetId(site.Row, twin);
        site.Box = site.Box.With(SpotBox.Of(site.Layer.Features[next].Open));
        return $"the id of fid {next + 1}";
    }

    private static string? Overlap(Site site, ref Dice dice) => Scaled(site, +0.6);

    private static string? Gap(Site site, ref Dice dice) => Scaled(site, -0.6);

    // The border moves by about 0.6 m, more than snapping bridges; the register follows, so that only the border is wrong.
    private static string? Scaled(Site site, double border)
    {
        var shared = site.Town.SharedSides(site);
        if (shared.Count < 2 || !site.Town.IsVacant(site))
        {
            return null;
        }

        var factor = 1 + (2 * border / Math.Sqrt(Outlines.Area(site.Outline)));
        var outline = Outlines.Scaled(site.Outline, factor);
        site.Feature.SetShell(outline);
        site.Layer.Set(site.Row, "declared_area_m2", Math.Round(Outlines.Area(outline) * 100) / 100);
        return string.Create(CultureInfo.InvariantCulture, $"scaled {factor:0.000}");
    }

    // An alley of three metres cuts the parcel, and both parts stay one feature.
    private static string? Multipart(Site site, ref Dice dice)
    {
        if (Outlines.Area(site.Outline) < 900 || !site.Town.IsVacant(site))
        {
            return null;
        }

        var along = new Spot(dice.Between(-1.0, 1.0), dice.Between(-1.0, 1.0));
        var (direction, middle) = (along.Direction, Outlines.Middle(site.Outline));
        var left = Outlines.LeftOf(site.Outline, middle + (1.5 * direction.Left), direction);
        var right = Outlines.LeftOf(site.Outline, middle - (1.5 * direction.Left), -1 * direction);
        if (left is null || right is null || Outlines.Area(left) < 200 || Outlines.Area(right) < 200)
        {
            return null;
        }

        site.Feature.SetShell(left);
        site.Feature.Rings.Add(DraftRing.Closed(right));
        site.Layer.Set(site.Row, "declared_area_m2", Math.Round((Outlines.Area(left) + Outlines.Area(right)) * 100) / 100);
        return "two parts beside an alley of 3 m";
    }

    private static string? UnnodedVertex(Site site, ref Dice dice)
    {
        var outline = site.Outline;
        var sides = site.Town.SharedSides(site).Where(k => (outline[(k + 1) % outline.Count] - outline[k]).Length > 8).ToList();
        if (sides.Count == 0)
        {
            return null;
        }

        var side = sides[dice.Between(0, sides.Count - 1)];
        outline.Insert(side + 1, outline[side].Toward(outline[(side + 1) % outline.Count], dice.Between(0.35, 0.65)));
        site.Feature.SetShell(outline);
        return $"on edge {side}";
    }

    // A strip along a street front that belongs to nobody else.
    private static string? Sliver(Site site, ref Dice dice)
    {
        var outline = site.Outline;
        var sides = site.Town.FreeSides(site).Where(k => (outline[(k + 1) % outline.Count] - outline[k]).Length > 12).ToList();
        if (sides.Count == 0)
        {
            return null;
        }

        var side = sides[dice.Between(0, sides.Count - 1)];
        var (from, to) = (outline[side], outline[(side + 1) % outline.Count]);
        var outward = -dice.Between(0.15, 0.3) * (to - from).Direction.Left;
        var strip = site.Feature.Copy();
        strip.SetShell([from, (from + outward).Rounded, (to + outward).Rounded, to]);
        var origin = site.Layer.IdOf(site.Row);
        site.Row = site.Layer.Append(strip);
        site.Layer.Set(site.Row, "declared_area_m2", Math.Round(Outlines.Area(strip.Open) * 100) / 100);
        return $"beside parcel_id {origin}";
    }

    private static string? DuplicateGeometry(Site site, ref Dice dice)
    {
        var origin = site.Layer.IdOf(site.Row);
        site.Row = site.Layer.Append(site.Feature.Copy());
        return $"of parcel_id {origin}";
    }

    private static string? DuplicateRotated(Site site, ref Dice dice)
    {
        var note = DuplicateGeometry(site, ref dice);
        var by = dice.Between(1, site.Outline.Count - 1);
        site.Layer.Features[site.Row].SetShell([.. site.Outline[by..], .. site.Outline[..by]]);
        return note;
    }

    private static string? OffsetMm(Site site, ref Dice dice)
    {
        if (site.Town.SharedSides(site).Count == 0)
        {
            return null;
        }

        var shift = dice.Between(0.0015, 0.02);
        var by = shift * new Spot(dice.Between(-1.0, 1.0), dice.Between(-1.0, 1.0)).Direction;
        site.Feature.SetShell(Outlines.Moved(site.Outline, by));
        return string.Create(CultureInfo.InvariantCulture, $"shift {shift:0.0000} m");
    }
}
