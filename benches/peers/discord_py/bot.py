"""/preview by discord.py: role check, deferral, one call of the groups API, one embed."""

import asyncio
import os
import signal

import aiohttp
import discord
from discord import app_commands

discord.http.Route.BASE = f"{os.environ['DISCORD_API']}/api/v10"
GROUPS_API = os.environ["GROUPS_API"]
GUILD = discord.Object(int(os.environ["GUILD_ID"]))
ROLE = int(os.environ["ROLE_ID"])


# A plain Client goes to wss://gateway.discord.gg; this one asks GET /gateway/bot.
class Bot(discord.AutoShardedClient):
    groups_api: aiohttp.ClientSession

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        authorization = {"Authorization": f"Bearer {os.environ['GROUPS_API_KEY']}"}
        self.groups_api = aiohttp.ClientSession(headers=authorization)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(self.close()))
        await self.tree.sync(guild=GUILD)

    async def close(self) -> None:
        await self.groups_api.close()
        await super().close()


bot = Bot()


@bot.tree.command(description="Shows the group behind an invite code", guild=GUILD)
@app_commands.describe(code="Invite code")
async def preview(interaction: discord.Interaction, code: str) -> None:
    if interaction.user.get_role(ROLE) is None:
        await interaction.response.send_message("You may not do this.", ephemeral=True)
        return
    await interaction.response.defer(ephemeral=True)
    async with bot.groups_api.get(f"{GROUPS_API}/join", params={"code": code}) as answer:
        group = (await answer.json())["data"]
    embed = discord.Embed(title=group["name"])
    embed.add_field(name="Members", value=group["size"]).add_field(name="Id", value=group["id"], inline=False)
    await interaction.edit_original_response(embed=embed)


bot.run(os.environ["DISCORD_TOKEN"])
