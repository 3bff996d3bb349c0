using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>What goes wrong with any single outline, whatever lies beside it.</summary>
internal static class OutlineDefects
{
    /// <summary>All kinds for parcels, with how many there are of the usual and the rare ones for a thousand parcels.</summary>
    public static IEnumerable<Planting> Kinds(double usual, double rare) =>
    [
        new("self_intersection", usual, Vacant(SelfIntersection)),
        new("spike", usual, Spike),
        new("null_geometry", usual, Vacant(NullGeometry)),
        new("empty_geometry", usual, Vacant(EmptyGeometry)),
        new("ring_orientation", usual, RingOrientation),
        new("repeated_vertex", usual, RepeatedVertex),
        new("unclosed_ring", usual, Vacant(UnclosedRing)),
        new("hole_outside_shell", usual, HoleOutsideShell),
        new("hole_equals_shell", usual, Vacant(HoleEqualsShell)),
        new("hole_crosses_shell", usual, Vacant(HoleCrossesShell)),
        new("zero_area", usual, Vacant(ZeroArea)),
        new("zero_area", rare, Vacant(TooFewVertices)),
        new("nan_coordinate", rare, Vacant(NanCoordinate)),
        new("wrong_crs_lonlat", rare, Vacant(WrongCrsLonLat)),
        new("swapped_axes", rare, Vacant(SwappedAxes)),
        new("far_from_layer", rare, Vacant(FarFromLayer)),
        new("extra_dimension", rare, Formed(OddForm.Heights, "with heights")),
        new("mixed_geometry", rare, Vacant(Formed(OddForm.Line, "a line"))),
        new("broken_geometry", rare, Vacant(Formed(OddForm.Broken, "bytes cut short"))),
    ];

    /// <summary>Two vertices in the wrong order.</summary>
    public static string? SelfIntersection(Site site, ref Dice dice)
    {
        var outline = site.Outline;
        var k = dice.Between(1, outline.Count - 2);
        (outline[k], outline[k + 1]) = (outline[k + 1], outline[k]);
        if (!Outlines.CrossesItself(outline))
        {
            (outline[k], outline[k + 1]) = (outline[k + 1], outline[k]);
            return null;
        }

        site.Feature.SetShell(outline);
        return $"vertices {k},{k + 1} swapped";
    }

    /// <summary>No geometry at all.</summary>
    public static string? NullGeometry(Site site, ref Dice dice)
    {
        site.Feature.Rings.Clear();
        return "";
    }

    private static string? EmptyGeometry(Site site, ref Dice dice)
    {
        site.Feature.Rings.Clear();
        site.Feature.Form = OddForm.Empty;
        return "";
    }

    private static string? Spike(Site site, ref Dice dice)
    {
        var outline = site.Outline;
        var k = dice.Between(1, outline.Count - 1);
        var tip = outline[k] + (3 * (outline[k] - Outlines.Middle(outline)).Direction);
        outline.InsertRange(k + 1, [tip.Rounded, outline[k]]);
        site.Feature.SetShell(outline);
        return $"3 m spike at vertex {k}";
    }

    private static string? RingOrientation(Site site, ref Dice dice)
    {
        site.Feature.SetShell([.. site.Outline.AsEnumerable().Reverse()]);
        return "exterior clockwise";
    }

    private static string? RepeatedVertex(Site site, ref Dice dice)
    {
        var k = dice.Between(1, site.Outline.Count - 1);
        site.Outline.Insert(k, site.Outline[k]);
        site.Feature.SetShell(site.Outline);
        return $"vertex {k} twice";
    }

    private static string? UnclosedRing(Site site, ref Dice dice)
    {
        site.Feature.Rings[0] = new DraftRing(site.Outline);
        return "";
    }

    private static string? HoleOutsideShell(Site site, ref Dice dice)
    {
        var place = new Spot(site.Box.MaxX + 9, site.Box.MaxY + 9).Rounded;
        site.Feature.Rings.Add(DraftRing.Closed(Outlines.Hole(place, 3), isHole: true));
        site.Box = site.Box.Wider(12);
        return "6 m square beside it";
    }

    private static string? HoleEqualsShell(Site site, ref Dice dice)
    {
        site.Feature.Rings.Add(DraftRing.Closed([.. site.Outline.AsEnumerable().Reverse()], isHole: true));
        return "";
    }

    private static string? HoleCrossesShell(Site site, ref Dice dice)
    {
        var outline = site.Outline;
        var k = dice.Between(0, outline.Count - 1);
        var (from, to) = (outline[k], outline[(k + 1) % outline.Count]);
        if ((to - from).Length < 14)
        {
            return null;
        }

        site.Feature.Rings.Add(DraftRing.Closed(Outlines.Hole(from.Toward(to, 0.5).Rounded, 3), isHole: true));
        return $"6 m square across edge {k}";
    }

    private static string? ZeroArea(Site site, ref Dice dice)
    {
        var start = site.Outline[0];
        site.Feature.SetShell([start, new Spot(start.X + 8, start.Y), new Spot(start.X + 20, start.Y)]);
        return "three vertices on one line";
    }

    private static string? TooFewVertices(Site site, ref Dice dice)
    {
        site.Feature.SetShell([site.Outline[0], site.Outline[1]]);
        return "two vertices";
    }

    private static string? NanCoordinate(Site site, ref Dice dice)
    {
        var k = dice.Between(1, site.Outline.Count - 1);
        site.Outline[k] = new Spot(double.NaN, site.Outline[k].Y);
        site.Feature.SetShell(site.Outline);
        return $"x of vertex {k}";
    }

    private static string? WrongCrsLonLat(Site site, ref Dice dice)
    {
        site.Feature.SetShell(OtherSystem.Of(Bend.Epsg, 4490).Map(site.Outline));
        return "degrees";
    }

    private static string? SwappedAxes(Site site, ref Dice dice)
    {
        site.Feature.SetShell([.. site.Outline.Select(spot => new Spot(spot.Y, spot.X))]);
        return "north before east";
    }

    private static string? FarFromLayer(Site site, ref Dice dice)
    {
        site.Feature.SetShell(Outlines.Moved(site.Outline, new Spot(36_000_000, 0)));
        return "zone number before the easting";
    }

    private static Planting.Act Formed(OddForm form, string note) => (Site site, ref Dice _) =>
    {
        site.Feature.Form = form;
        return note;
    };

    private static Planting.Act Vacant(Planting.Act plant) =>
        (Site site, ref Dice dice) => site.Town.IsVacant(site) ? plant(site, ref dice) : null;
}
