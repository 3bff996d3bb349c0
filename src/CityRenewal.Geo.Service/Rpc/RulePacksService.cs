using System.Globalization;
using System.Text;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.Formats;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Lists, shows and checks rule packs.</summary>
internal sealed class RulePacksService : RulePacks.RulePacksBase
{
    private const int UsualPage = 100;
    private const int LargestPage = 1_000;
    private const int LargestText = 1_000_000;

    public override Task<ListRulePacksResponse> ListRulePacks(ListRulePacksRequest request, ServerCallContext context)
    {
        if (request.PageSize is < 0 or > LargestPage)
        {
            throw new BadRequestException([new FieldProblem("page_size", $"{request.PageSize} is no page size; give 0 to {LargestPage}.")]);
        }

        var size = request.PageSize == 0 ? UsualPage : request.PageSize;
        var rest = RulePackShelf.Ids.Where(id => string.CompareOrdinal(id, request.PageToken) > 0).ToList();
        var response = new ListRulePacksResponse();
        response.RulePacks.AddRange(rest.Take(size).Select(id => RulePackMessages.ToSummary(RulePackShelf.Read(id).OrThrow())));
        response.NextPageToken = rest.Count > size ? rest[size - 1] : "";
        return Task.FromResult(response);
    }

    public override Task<RulePack> GetRulePack(GetRulePackRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        var pack = RulePackRequests.Find(request.Name, [], problems);
        return pack is null
            ? throw new BadRequestException([.. problems.Select(problem => problem with { Field = "name" })])
            : Task.FromResult(RulePackMessages.ToMessage(pack));
    }

    public override Task<CheckRulePackResponse> CheckRulePack(CheckRulePackRequest request, ServerCallContext context)
    {
        var bytes = Encoding.UTF8.GetByteCount(request.Yaml);
        if (bytes is 0 or > LargestText)
        {
            throw new BadRequestException([new FieldProblem("yaml", string.Create(
                CultureInfo.InvariantCulture, $"The text has {bytes} bytes; give 1 to {LargestText:N0}."))]);
        }

        var reading = RulePackShelf.Parse("yaml", request.Yaml);
        var response = new CheckRulePackResponse { RulePack = reading.Pack is { } pack ? RulePackMessages.ToMessage(pack) : null };
        response.Problems.AddRange(reading.Problems.Select(problem => new V1.RulePackProblem
        {
            Line = problem.Line,
            Column = problem.Column,
            Field = problem.Field,
            Message = problem.What,
            Remedy = problem.Remedy,
            MessageChinese = $"{problem.WhatChinese}{problem.RemedyChinese}",
        }));
        return Task.FromResult(response);
    }
}
