namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Infill share (存量填充比例): share of the new floor area that rises on parcels which carry buildings today, in [0, 1].
/// Known only where the new floor area follows from the detailed plan; not applicable where nothing new is built.
/// </summary>
public static class InfillShare
{
    private static readonly WhyNot NothingNew = new(
        "nothing_new", "Nothing new is built, so there is nothing to divide by.", "没有新建建筑，比值无分母，不适用。");

    /// <summary>The share.</summary>
    public static Measured Of(AreaStock stock)
    {
        var (total, onBuilt) = NewFloorArea.Split(stock);
        if (onBuilt.Value is not { } built)
        {
            return onBuilt;
        }

        var vacant = total.Value!.Value - built;
        return total.Value > 0
            ? Measured.Between(Share(onBuilt.Low!.Value, vacant), Share(built, vacant), Share(onBuilt.High!.Value, vacant))
            : Measured.NotApplicable(NothingNew);
    }

    private static double Share(double built, double vacant) => built + vacant > 0 ? built / (built + vacant) : 0;
}
