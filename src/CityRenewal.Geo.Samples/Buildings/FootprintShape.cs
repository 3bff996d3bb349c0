using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>Draws a footprint into its share of a parcel.</summary>
internal static class FootprintShape
{
    /// <summary>Smallest footprint, m².</summary>
    private const double Smallest = 18;

    /// <summary>Writes the vertices into a list; none where there is no room for such a building.</summary>
    public static void Draw(Footprint form, Ring plot, ref Dice dice, List<Spot> into)
    {
        into.Clear();
        if (plot.Area() < Smallest * 1.5)
        {
            return;
        }

        if (form == Footprint.Dense)
        {
            Fill(plot, dice.Between(0.78, 0.95), plot.Area() > 190 && dice.Chance(0.55), into);
            return;
        }

        var along = plot.LongDirection();
        var (length, depth) = Size(form, ref dice);
        var middle = plot.Centre();
        var factor = plot.Fit(middle, (length / 2) * along, (depth / 2) * along.Left);
        // A bar gives up length before depth: narrow plots carry shorter bars, not thinner ones.
        if (factor < 1 && form is Footprint.Slab or Footprint.Hall)
        {
            var shorter = Math.Max(depth * 1.15, length * factor);
            factor = plot.Fit(middle, (shorter / 2) * along, (depth / 2) * along.Left);
            length = shorter;
        }

        var (half, side) = ((factor * length / 2) * along, (factor * depth / 2) * along.Left);
        if (4 * half.Length * side.Length >= Smallest && factor > 0.3)
        {
            Outline(form, middle, half, side, ref dice, into);
        }
    }

    // With a courtyard the house leaves out one corner of its plot.
    private static void Fill(Ring plot, double size, bool hasCourtyard, List<Spot> into)
    {
        var middle = plot.Centre();
        var corner = hasCourtyard ? plot.SharpestCorner() : -1;
        for (var k = 0; k < plot.Count; k++)
        {
            if (k == corner)
            {
                into.Add(middle.Toward(plot[k == 0 ? plot.Count - 1 : k - 1].Toward(plot[k], 0.55), size));
                into.Add(middle.Toward(plot[k], 0.08));
                into.Add(middle.Toward(plot[k].Toward(plot[k + 1], 0.45), size));
            }
            else
            {
                into.Add(middle.Toward(plot[k], size));
            }
        }
    }

    private static (double Length, double Depth) Size(Footprint form, ref Dice dice) => form switch
    {
        Footprint.Slab => (dice.Between(28.0, 66.0), dice.Between(10.5, 14.0)),
        Footprint.Tower => (dice.Between(24.0, 36.0), dice.Between(18.0, 26.0)),
        Footprint.Podium => (dice.Between(30.0, 62.0), dice.Between(22.0, 40.0)),
        Footprint.Hall => (dice.Between(36.0, 90.0), dice.Between(18.0, 32.0)),
        Footprint.Wings => (dice.Between(34.0, 64.0), dice.Between(22.0, 36.0)),
        Footprint.Pavilion => (dice.Between(9.0, 18.0), dice.Between(7.0, 12.0)),
        _ => (dice.Between(10.0, 17.0), dice.Between(8.0, 12.0)),
    };

    private static void Outline(Footprint form, Spot middle, Spot half, Spot side, ref Dice dice, List<Spot> into)
    {
        switch (form)
        {
            case Footprint.Tower:
                Cross(middle, half, side, dice.Between(0.5, 0.72), into);
                break;
            case Footprint.Wings:
            case Footprint.Podium when dice.Chance(0.45):
            case Footprint.Cottage when dice.Chance(0.3):
                Angle(middle, half, side, dice.Between(0.35, 0.55), into);
                break;
            default:
                into.Add(middle - half - side);
                into.Add(middle + half - side);
                into.Add(middle + half + side);
                into.Add(middle - half + side);
                break;
        }
    }

    // A tower with recessed corners at both short ends of one side: eight vertices, as surveyed in practice.
    private static void Cross(Spot middle, Spot half, Spot side, double share, List<Spot> into)
    {
        into.Add(middle - half - (share * side));
        into.Add(middle - (share * half) - (share * side));
        into.Add(middle - (share * half) - side);
        into.Add(middle + (share * half) - side);
        into.Add(middle + (share * half) - (share * side));
        into.Add(middle + half - (share * side));
        into.Add(middle + half + side);
        into.Add(middle - half + side);
    }

    private static void Angle(Spot middle, Spot half, Spot side, double thickness, List<Spot> into)
    {
        into.Add(middle - half - side);
        into.Add(middle + half - side);
        into.Add(middle + half + (((2 * thickness) - 1) * side));
        into.Add(middle + (((2 * thickness) - 1) * half) + (((2 * thickness) - 1) * side));
        into.Add(middle + (((2 * thickness) - 1) * half) + side);
        into.Add(middle - half + side);
    }
}
