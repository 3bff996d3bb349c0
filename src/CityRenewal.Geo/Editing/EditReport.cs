using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Editing;

/// <summary>What an edit, an undo or a redo did: the areas that changed, before and after.</summary>
/// <param name="Edit">The edit that was made, taken back or made again.</param>
/// <param name="Changes">The areas whose numbers or verdicts were made anew, by id.</param>
/// <param name="ObjectiveBefore">Objective of the plan before, m².</param>
/// <param name="ObjectiveAfter">Objective of the plan after, m².</param>
/// <param name="Tells">What a planner must hear of the plan as a whole: parcels locked in that lie in no area.</param>
public sealed record EditReport(
    AppliedEdit Edit, IReadOnlyList<AreaChange> Changes, double ObjectiveBefore, double ObjectiveAfter, IReadOnlyList<PlanNote> Tells);
