namespace CityRenewal.Geo.Metrics;

/// <summary>A sum of floor areas with its interval, and how many buildings it lacks because theirs is unknown.</summary>
/// <param name="Value">Sum of the known ones, m².</param>
/// <param name="Low">Sum of their lower ends.</param>
/// <param name="High">Sum of their upper ends.</param>
/// <param name="Known">Buildings in the sum.</param>
/// <param name="Unknown">Buildings that belong to it but have no floor area.</param>
public readonly record struct FloorAreaSum(double Value, double Low, double High, int Known, int Unknown)
{
    /// <summary>Sums a share of each building's floor area; a building of which no share counts does not count as unknown.</summary>
    public static FloorAreaSum Of(IReadOnlyList<StandingBuilding> buildings, Func<StandingBuilding, double> share)
    {
        double value = 0, low = 0, high = 0;
        int known = 0, unknown = 0;
        foreach (var building in buildings)
        {
            var part = share(building);
            if (part <= 0)
            {
                continue;
            }

            if (!building.IsKnown)
            {
                unknown++;
                continue;
            }

            known++;
            value += part * building.FloorArea.Value;
            low += part * building.FloorArea.Low;
            high += part * building.FloorArea.High;
        }

        return new(value, low, high, known, unknown);
    }

    /// <summary>The sum as a measure: open above where floor areas are missing, unknown where all are.</summary>
    public Measured ToMeasured() =>
        Unknown == 0 ? Measured.Between(Low, Value, High)
        : Known == 0 ? Measured.Unknown(AreaReasons.NoFloorArea)
        : Measured.AtLeast(Value, Low);

    /// <summary>The sum over an exact number, for densities.</summary>
    public Measured Over(double denominator, WhyNot whyNot)
    {
        if (!(denominator > 0))
        {
            return Measured.NotApplicable(whyNot);
        }

        return Unknown == 0 ? Measured.Between(Low / denominator, Value / denominator, High / denominator)
            : Known == 0 ? Measured.Unknown(AreaReasons.NoFloorArea)
            : Measured.AtLeast(Value / denominator, Low / denominator);
    }
}
