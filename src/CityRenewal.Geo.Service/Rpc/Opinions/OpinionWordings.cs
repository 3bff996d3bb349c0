using System.Globalization;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.GeoPackage;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Opinions;

/// <summary>What is said of a finding, read and checked: the author is who calls, the time is that of the service.</summary>
internal sealed class OpinionWordings(TimeProvider clock)
{
    private const int LongestText = 10_000, LongestAuthor = 200;
    private const string Form = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>Reads what a request says.</summary>
    /// <param name="said">Text, reason, and the author where one is given.</param>
    /// <param name="needsReason">Whether a reason must be given.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public OpinionWording Read((string Text, string Reason, string Author) said, bool needsReason, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        var (text, reason, author) = (said.Text.Trim(), said.Reason.Trim(), said.Author.Trim());
        Require(text.Length > 0, "text", "It is empty; write a sentence.");
        Require(!needsReason || reason.Length > 0, "reason", "It is empty; say why.");
        Require(text.Length <= LongestText, "text", $"It has {text.Length:N0} characters; write at most {LongestText:N0}.");
        Require(reason.Length <= LongestText, "reason", $"It has {reason.Length:N0} characters; write at most {LongestText:N0}.");
        var caller = Caller.Of(context);
        Require(author.Length == 0 || caller == Caller.Local || author == caller.Name, "author", $"This service writes down who calls, {caller.Name}; leave it empty.");
        Require(author.Length <= LongestAuthor, "author", $"It has {author.Length:N0} characters; write at most {LongestAuthor}.");
        return problems.Count == 0
            ? new OpinionWording(text, reason, author.Length > 0 ? author : caller.Name, clock.GetLocalNow().ToString(Form, CultureInfo.InvariantCulture))
            : throw new BadRequestException(problems);

        void Require(bool holds, string field, string remedy)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, remedy));
            }
        }
    }
}
