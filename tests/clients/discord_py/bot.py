"""A bot of discord.py: /ping, which it answers once."""

import os
from typing import Optional

import discord
from discord import app_commands

discord.http.Route.BASE = f"{os.environ['USHER_TEST_API']}/api/v10"
GUILD = discord.Object(int(os.environ["USHER_TEST_GUILD"]))


# A plain Client goes to wss://gateway.discord.gg; this one asks GET /gateway/bot.
class Bot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        await self.tree.sync(guild=GUILD)

    async def on_ready(self) -> None:
        print("ready", flush=True)


bot = Bot()


@bot.tree.command(description="Says pong", guild=GUILD)
@app_commands.describe(text="What to say with it")
async def ping(interaction: discord.Interaction, text: Optional[str] = None) -> None:
    await interaction.response.defer()
    await interaction.edit_original_response(embed=discord.Embed(title="pong", description=text))
    await bot.close()


bot.run(os.environ["DISCORD_TOKEN"])
