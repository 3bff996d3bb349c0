namespace CityRenewal.Geo.Reasons;

/// <summary>
/// The colour of every main reason, on maps and in QGIS: purples for what is in, greys and greens for what brings nothing, warm
/// colours for what a limit forbids, blues for what may never join, black for what the search left.
/// </summary>
public static class ReasonColours
{
    /// <summary>The colour as #rrggbb.</summary>
    public static string Of(ReasonCode code) => code switch
    {
        ReasonCode.WorthIt => "#7b3294",
        ReasonCode.LockedIn => "#40004b",
        ReasonCode.ComesWithGroup => "#9970ab",
        ReasonCode.ShortensOutline => "#c2a5cf",
        ReasonCode.HoldsTogether => "#d6604d",
        ReasonCode.NeededForSize => "#f4a582",
        ReasonCode.NeededForRule => "#b2182b",
        ReasonCode.NeededForShape => "#fddbc7",
        ReasonCode.NoDifference => "#e7d4e8",
        ReasonCode.LockedOut => "#053061",
        ReasonCode.NoLand => "#8c96a3",
        ReasonCode.OutsideUdb => "#2166ac",
        ReasonCode.CrossedByBarrier => "#4393c3",
        ReasonCode.SharedBuilding => "#92c5de",
        ReasonCode.SeveralParts => "#b8d8ea",
        ReasonCode.KeptOutByRule => "#1b7837",
        ReasonCode.HistoricDistrict => "#8c510a",
        ReasonCode.NeedUnknown => "#ffffff",
        ReasonCode.NeedTooLow => "#e4e1d6",
        ReasonCode.OutlineCostsMore => "#c7d9a8",
        ReasonCode.GroupCostsMore => "#a9bd86",
        ReasonCode.BehindBarrier => "#e08214",
        ReasonCode.MeetsTooShortly => "#fdb863",
        ReasonCode.AreaFull => "#d73027",
        ReasonCode.BreaksRule => "#a50026",
        ReasonCode.BreaksShape => "#f46d43",
        ReasonCode.OtherUnit => "#f6e8c3",
        ReasonCode.TooLittleLand => "#dfc27d",
        ReasonCode.NothingAround => "#d9e4c3",
        ReasonCode.NeededForSet => "#c51b7d",
        ReasonCode.NeededForEnclave => "#de77ae",
        ReasonCode.NeededForRemainder => "#f1b6da",
        ReasonCode.NeededForNumber => "#e7298a",
        ReasonCode.OverBudget => "#8c6d31",
        ReasonCode.TooNear => "#bd9e39",
        ReasonCode.TooManyAreas => "#e7ba52",
        ReasonCode.SplitsSet => "#843c39",
        ReasonCode.ClosesEnclave => "#ad494a",
        ReasonCode.LeavesRemainder => "#d6616b",
        ReasonCode.CrossingCostsMore => "#e7969c",
        ReasonCode.ProjectFails => "#3288bd",
        ReasonCode.GroupStaysOut => "#5e4fa2",
        _ => "#000000",
    };
}
